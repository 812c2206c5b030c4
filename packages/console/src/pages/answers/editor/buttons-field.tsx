import { ActionIcon, Button, Group, Paper, Stack, Text, TextInput } from "@mantine/core";
import { IconOf } from "../../../parts/page/icons.tsx";
import type { AnswerButton, Answers } from "../../../parts/topics/answers-query.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";

const empty: { [Kind in AnswerButton["kind"]]: Extract<AnswerButton, { kind: Kind }> } = {
  link: { kind: "link", title: "", url: "https://" },
  order: { kind: "order", title: "" },
  person: { kind: "person" },
};

interface Props {
  buttons: readonly AnswerButton[];
  onChange(buttons: AnswerButton[]): void;
  faultAt(place: string): string | undefined;
  limits: Answers["limits"];
  isFixed: boolean;
}

/** The buttons below a text. */
export function ButtonsField({ buttons, onChange, faultAt, limits, isFixed }: Props) {
  const words = useWords("answers.editor");
  const { number } = useFormats();
  const kinds = (["link", "order", "person"] as const).filter(
    (kind) => kind === "link" || !buttons.some((one) => one.kind === kind),
  );
  const isFull = buttons.length >= limits.buttons;
  if (isFixed && buttons.length === 0) return null;
  return (
    <Stack gap="xs" role="group" aria-label={words.buttons({ max: number(limits.buttons) })}>
      <Text size="sm" fw={500}>
        {words.buttons({ max: number(limits.buttons) })}
      </Text>
      {buttons.map((button, nth) => (
        <ButtonFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a button has nothing else by which it is known
          key={nth}
          button={button}
          onChange={(changed) => onChange(buttons.with(nth, changed))}
          onRemove={() => onChange(buttons.toSpliced(nth, 1))}
          faultAt={(name) => faultAt(`/buttons/${nth}/${name}`)}
          max={limits.title_length}
          isFixed={isFixed}
        />
      ))}
      {!isFixed && !isFull && (
        <Group gap={6}>
          <Text size="sm">{words.addButton}</Text>
          {kinds.map((kind) => (
            <Button
              key={kind}
              size="compact-sm"
              variant="default"
              leftSection={<IconOf icon="plus" size={12} />}
              onClick={() => onChange([...buttons, empty[kind]])}
            >
              {words.kinds[kind]}
            </Button>
          ))}
        </Group>
      )}
    </Stack>
  );
}

function ButtonFields(props: {
  button: AnswerButton;
  onChange(button: AnswerButton): void;
  onRemove(): void;
  faultAt(name: string): string | undefined;
  max: number;
  isFixed: boolean;
}) {
  const { button, onChange, onRemove, faultAt, max, isFixed } = props;
  const words = useWords("answers.editor");
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb={4}>
        <div>
          <Text size="sm" fw={600}>
            {words.kinds[button.kind]}
          </Text>
          {button.kind !== "link" && (
            <Text size="xs" c="dimmed">
              {words.kindTexts[button.kind]}
            </Text>
          )}
        </div>
        {!isFixed && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.removeButton({ kind: words.kinds[button.kind] })}
            onClick={onRemove}
          >
            <IconOf icon="trash" size={16} />
          </ActionIcon>
        )}
      </Group>
      {button.kind !== "person" && (
        <div className="answer-button-fields">
          <TextInput
            label={words.title}
            value={button.title}
            maxLength={max}
            onChange={({ currentTarget }) => onChange({ ...button, title: currentTarget.value })}
            error={faultAt("title")}
            readOnly={isFixed}
          />
          {button.kind === "link" && (
            <TextInput
              label={words.url}
              type="url"
              inputMode="url"
              spellCheck={false}
              value={button.url}
              onChange={({ currentTarget }) => onChange({ ...button, url: currentTarget.value })}
              error={faultAt("url")}
              readOnly={isFixed}
            />
          )}
        </div>
      )}
    </Paper>
  );
}
