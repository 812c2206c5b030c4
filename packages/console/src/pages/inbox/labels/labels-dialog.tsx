import { Button, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Dialog } from "../../../parts/form/dialog.tsx";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { useWords } from "../../../words/speaking.tsx";
import { colors, type Label, useLabelChanges, useLabels } from "./labels-data.ts";

const maxNameLength = 30;

/** Lets editors create, change and delete a bot's labels. */
export function LabelsDialog(props: { botId: string; isOpen: boolean; onClose(): void }) {
  const { botId, isOpen, onClose } = props;
  const words = useWords("inbox.labels");
  const labels = useLabels(botId);
  const { create, change, remove } = useLabelChanges(botId);
  const problem = create.error ?? change.error ?? remove.error;
  const forget = () => [create, change, remove].forEach((one) => void one.reset());
  return (
    <Dialog isOpen={isOpen} title={words.manage} onClose={onClose}>
      <Stack>
        {labels.map((label) => (
          <LabelRow
            key={`${label.label_id} ${label.name} ${label.color}`}
            label={label}
            onSave={(wanted) => {
              forget();
              change.mutate(wanted);
            }}
            onDelete={() => {
              forget();
              remove.mutate(label.label_id);
            }}
          />
        ))}
        <NewLabel
          isBusy={create.isPending}
          onAdd={(wanted, onSuccess) => {
            forget();
            create.mutate(wanted, { onSuccess });
          }}
        />
        {problem && <WriteProblem problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.close}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function LabelRow(props: { label: Label; onSave(label: Label): void; onDelete(): void }) {
  const { label, onSave, onDelete } = props;
  const words = useWords("inbox.labels");
  const [wanted, setWanted] = useState(label);
  const [isAsking, setAsking] = useState(false);
  const name = wanted.name.trim();
  const isChanged = name !== label.name || wanted.color !== label.color;
  return (
    <form onSubmit={submits(() => isChanged && name !== "" && onSave({ ...wanted, name }))}>
      <div className="label-row">
        <TextInput
          size="xs"
          aria-label={words.nameOf({ name: label.name })}
          maxLength={maxNameLength}
          value={wanted.name}
          onChange={({ currentTarget: { value } }) => setWanted({ ...wanted, name: value })}
        />
        <ColorField
          label={words.colorOf({ name: label.name })}
          value={wanted.color}
          onChange={(color) => setWanted({ ...wanted, color })}
        />
        <Group gap={6} wrap="nowrap">
          {isChanged ? (
            <Button size="xs" type="submit" aria-label={words.saveOf({ name: label.name })}>
              {words.save}
            </Button>
          ) : (
            <Button
              size="xs"
              {...(isAsking ? { color: "red.9" } : { variant: "default" })}
              aria-label={
                isAsking
                  ? words.deleteSure({ name: label.name })
                  : words.deleteOf({ name: label.name })
              }
              onClick={() => (isAsking ? onDelete() : setAsking(true))}
              onBlur={() => setAsking(false)}
            >
              {words.delete}
            </Button>
          )}
        </Group>
      </div>
      {isAsking && (
        <Text size="xs" role="alert" mt={4}>
          {words.deleteSure({ name: label.name })}? {words.deleteNote}
        </Text>
      )}
    </form>
  );
}

function NewLabel(props: {
  isBusy: boolean;
  onAdd(label: Pick<Label, "name" | "color">, onAdded: () => void): void;
}) {
  const words = useWords("inbox.labels");
  const [name, setName] = useState("");
  const [color, setColor] = useState<Label["color"]>("blue");
  const add = () => {
    if (name.trim() === "") return;
    // Preserve text typed while the request runs.
    const onAdded = () => setName((now) => (now === name ? "" : now));
    props.onAdd({ name: name.trim(), color }, onAdded);
  };
  return (
    <form onSubmit={submits(add)}>
      <div className="label-row">
        <TextInput
          size="xs"
          label={words.name}
          maxLength={maxNameLength}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          data-autofocus
        />
        <ColorField label={words.color} isLabeled value={color} onChange={setColor} />
        <Button size="xs" type="submit" disabled={name.trim() === ""} loading={props.isBusy}>
          {words.add}
        </Button>
      </div>
    </form>
  );
}

function ColorField(props: {
  label: string;
  isLabeled?: boolean;
  value: Label["color"];
  onChange(color: Label["color"]): void;
}) {
  const words = useWords("inbox.labels");
  const { label, isLabeled = false, value, onChange } = props;
  return (
    <NativeSelect
      size="xs"
      {...(isLabeled ? { label } : { "aria-label": label })}
      value={value}
      data={colors.map((one) => ({ value: one, label: words.colors[one] }))}
      onChange={({ currentTarget }) =>
        onChange(colors.find((one) => one === currentTarget.value) ?? value)
      }
    />
  );
}

const submits = (act: () => unknown) => (event: FormEvent) => {
  event.preventDefault();
  act();
};
