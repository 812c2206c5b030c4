import { Alert, Button, Group, List, Text, Textarea } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo } from "react";
import { useWords } from "../../../words/speaking.tsx";
import { inboxWords } from "../inbox-words.ts";
import { warnAbout } from "./warn-about.ts";

/** So much the server takes at once; `near`: from when on the rest is counted. */
const limits = { most: 2000, near: 200 };

/** Where a person writes to a customer. It warns of what the customer may not be meant to read, and sends it all the same. */
export function Composer(props: {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onChange(text: string): void;
  onSend(): void;
  /** What was said in the conversation: it tells the customer nothing new. */
  known: readonly string[];
  /** Nobody has it yet: the first message takes it. */
  takes: boolean;
  /** Why the text came back. */
  notice: string | null;
  /** Beside the button: what fills the field. */
  tools?: ReactNode;
}) {
  const { field, text, onChange, onSend, known, takes, notice, tools } = props;
  const words = useWords(inboxWords);
  const warnings = useMemo(() => warnAbout(text, known), [text, known]);
  const left = limits.most - text.trim().length;
  const maySend = text.trim() !== "" && left >= 0;
  useEffect(() => {
    if (notice) field.current?.focus();
  }, [notice, field]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") field.current?.blur();
    // Enter may choose a word of an input method.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (maySend) onSend();
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        if (maySend) onSend();
      }}
    >
      <div role="status">
        {notice && (
          <Alert color="yellow" variant="light" p="xs" mb={6}>
            {notice}
          </Alert>
        )}
        {warnings.length > 0 && (
          <Alert color="yellow" variant="light" p="xs" mb={6} title={words.warnings.title}>
            <List size="sm">
              {warnings.map((one) => (
                <List.Item key={one}>{words.warnings[one]}</List.Item>
              ))}
            </List>
            <Text size="xs" mt={4}>
              {words.warnings.why}
            </Text>
          </Alert>
        )}
      </div>
      <Textarea
        ref={field}
        aria-label={words.reply}
        placeholder={takes ? words.replyTakes : words.replyHint}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        error={left < 0}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Group justify="space-between" gap="xs" mt={6} wrap="nowrap">
        <Group gap="xs" wrap="nowrap">
          {tools}
          <Text size="xs" c="dimmed" visibleFrom="sm">
            {words.replyHint}
          </Text>
        </Group>
        <Group gap="xs" wrap="nowrap">
          {left < limits.near && (
            <Text size="xs" c={left < 0 ? "var(--mantine-color-error)" : "dimmed"} role="status">
              {words.left(left)}
            </Text>
          )}
          <Button type="submit" size="xs" disabled={!maySend}>
            {words.send}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
