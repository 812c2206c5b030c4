import {
  Alert,
  Button,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import {
  type CustomerLocale,
  cannedVariables,
  customerLocales,
  unknownVariablesIn,
} from "@meetbot/presentation";
import { useRef, useState } from "react";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { useLanguageName } from "../../../words/customer-languages.ts";
import { useSpeaking, useWords } from "../../../words/speaking.tsx";
import { type CannedReply, theirsOf, useCannedChanges } from "./canned-data.ts";

/** The server's limit: it refuses longer texts. */
const maxTextLength = 2000;
const maxNameLength = 40;

/** One canned reply as it is written. */
export function CannedForm(props: {
  botId: string;
  /** `null`: it is a new one. */
  before: CannedReply | null;
  /** Reports whether the form has unsaved changes. */
  onChanged(isChanged: boolean): void;
  onCancel(): void;
  onDone(): void;
}) {
  const { botId, before, onChanged, onCancel, onDone } = props;
  const words = useWords("inbox.canned");
  const { locale: spoken } = useSpeaking();
  const nameOf = useLanguageName();
  const field = useRef<HTMLTextAreaElement>(null);
  const [name, setName] = useState(before?.name ?? "");
  const [locale, setLocale] = useState<CustomerLocale>(before?.locale ?? spoken);
  const [text, setText] = useState(before?.text ?? "");
  const [base, setBase] = useState(before);
  const [isAsked, setAsked] = useState(false);
  const [isDeleting, setDeleting] = useState(false);
  const { save, remove } = useCannedChanges(botId);
  const theirs = theirsOf(save.error) ?? theirsOf(remove.error);

  const word = name.trim().replace(/^\//, "");
  const unknown = unknownVariablesIn(text);
  const nameFault = /\s/.test(word) ? words.notOneWord : isAsked && word === "" && words.noName;
  const textFault =
    unknown.length > 0
      ? words.unknown({ names: unknown.map((one) => `{{${one}}}`).join(", ") })
      : isAsked && text.trim() === "" && words.noText;
  const isSavable = word !== "" && !/\s/.test(word) && text.trim() !== "" && unknown.length === 0;
  const submit = (on: CannedReply | null) => {
    setAsked(true);
    if (isSavable)
      save.mutate({ text: { name: word, locale, text }, before: on }, { onSuccess: onDone });
  };
  const write = (change: () => void) => {
    change();
    onChanged(true);
  };
  const putIn = (variable: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
    const whole = `${text.slice(0, selectionStart)}{{${variable}}}${text.slice(selectionEnd)}`;
    write(() => setText(whole));
    field.current?.focus();
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(base);
      }}
    >
      <Stack gap="sm">
        <Group align="start" grow>
          <TextInput
            label={words.name}
            description={words.nameNote}
            value={name}
            error={nameFault}
            maxLength={maxNameLength}
            autoComplete="off"
            data-autofocus
            onChange={(event) => write(() => setName(event.currentTarget.value))}
          />
          <NativeSelect
            label={words.language}
            description={"\u00a0"}
            data={customerLocales.map((one) => ({ value: one, label: nameOf(one) }))}
            value={locale}
            onChange={(event) => {
              const chosen = customerLocales.find((one) => one === event.currentTarget.value);
              if (chosen) write(() => setLocale(chosen));
            }}
          />
        </Group>
        <Textarea
          ref={field}
          label={words.text}
          value={text}
          error={textFault}
          autosize
          minRows={4}
          maxRows={10}
          maxLength={maxTextLength}
          onChange={(event) => write(() => setText(event.currentTarget.value))}
        />
        <div>
          <Text size="xs" c="dimmed">
            {words.textNote}
          </Text>
          <Group gap={4} mt={4}>
            {cannedVariables.map((variable) => (
              <Button
                key={variable}
                size="compact-xs"
                variant="default"
                aria-label={words.addVariable({ name: words.variables[variable] })}
                onClick={() => putIn(variable)}
              >
                {words.variables[variable]}
              </Button>
            ))}
          </Group>
        </div>
        {theirs ? (
          <Alert color="yellow" variant="light" role="alert">
            <Text size="sm">{words.changed}</Text>
            <Text size="sm" mt={4}>
              <b>{words.theirs}</b>: {theirs.text}
            </Text>
            <Group gap="xs" mt="xs">
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  setName(theirs.name);
                  setLocale(theirs.locale);
                  setText(theirs.text);
                  setBase(theirs);
                  save.reset();
                  remove.reset();
                }}
              >
                {words.useTheirs}
              </Button>
              <Button size="xs" onClick={() => submit(theirs)}>
                {words.keepMine}
              </Button>
            </Group>
          </Alert>
        ) : (
          (save.error ?? remove.error) && <WriteProblem problem={save.error ?? remove.error} />
        )}
        <Group justify="space-between">
          {base ? (
            <Button
              variant="light"
              color="red"
              loading={remove.isPending}
              onClick={() =>
                isDeleting ? remove.mutate(base, { onSuccess: onDone }) : setDeleting(true)
              }
            >
              {isDeleting ? words.deleteSure : words.delete}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="xs">
            <Button variant="default" onClick={onCancel}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {words.save}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
