import { Alert, Button, Group, List, Text, Textarea } from "@mantine/core";
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useWords } from "../../../words/speaking.tsx";
import { useCannedReplies } from "../canned/canned-menu.tsx";
import { useBotDraft } from "./use-bot-draft.tsx";
import { warnAbout } from "./warn-about.ts";

/** `max`: the server's limit per message; `near`: below this number of characters left, the composer shows it. */
const limits = { max: 2000, near: 200 };

/**
 * The field where an agent writes to a customer. It warns about text that the customer may not be meant to read, but
 * sends it anyway.
 */
export function Composer(props: {
  botId: string;
  conversationId: string;
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onChange(text: string): void;
  onSend(): void;
  /** Texts already sent in the conversation: they tell the customer nothing new. */
  known: readonly string[];
  /** Whether the first message takes the conversation, because no agent holds it yet. */
  takes: boolean;
  /** Why the text was put back into the composer. */
  notice: string | null;
  /** The customer's message that a draft would answer; `null`: no draft is offered. */
  draftFor: number | null;
}) {
  const { botId, conversationId, field, text, onChange, onSend, known, takes, notice } = props;
  const { draftFor } = props;
  const words = useWords("inbox.main");
  const warnings = useMemo(() => warnAbout(text, known), [text, known]);
  const left = limits.max - text.trim().length;
  const [caret, setCaret] = useState(text.length);
  const wantedCaret = useRef<number | null>(null);
  const canned = useCannedReplies({
    ...{ botId, conversationId, text, caret },
    onChange(filled, at) {
      wantedCaret.current = at;
      onChange(filled);
      setCaret(at);
    },
  });
  const draft = useBotDraft({
    ...{ botId, conversationId, seq: draftFor },
    onUse(said) {
      const filled = text.trim() === "" ? said : `${text.trimEnd()}\n\n${said}`;
      wantedCaret.current = filled.length;
      onChange(filled);
      setCaret(filled.length);
      field.current?.focus();
    },
  });
  useLayoutEffect(() => {
    if (wantedCaret.current === null) return;
    field.current?.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = null;
  });
  const maySend = text.trim() !== "" && left >= 0 && canned.unfilled.length === 0;
  useEffect(() => {
    if (notice) field.current?.focus();
  }, [notice, field]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (canned.onKeyDown(event)) return;
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
      {draft.view}
      {canned.menu}
      <Textarea
        {...canned.fieldProps}
        ref={field}
        aria-label={words.reply}
        placeholder={takes ? words.replyTakes : words.reply}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        error={left < 0}
        onChange={({ currentTarget }) => {
          setCaret(currentTarget.selectionStart);
          onChange(currentTarget.value);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {canned.notice}
      <Group justify="space-between" gap="xs" mt={6} wrap="nowrap">
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {words.replyHint}
        </Text>
        <Group gap="xs" wrap="nowrap" ml="auto">
          {left < limits.near && (
            <Text size="xs" c={left < 0 ? "var(--mantine-color-error)" : "dimmed"} role="status">
              {left < 0 ? words.tooLong({ over: -left }) : words.left({ left })}
            </Text>
          )}
          {draft.button}
          <Button type="submit" size="xs" disabled={!maySend}>
            {words.send}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
