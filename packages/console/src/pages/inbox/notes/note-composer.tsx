import { Button, Group, Text, Textarea } from "@mantine/core";
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { useWords } from "../../../words/speaking.tsx";
import { useDraft } from "../data/use-draft.ts";
import { useNoteChanges } from "./notes-data.ts";
import { useMentions } from "./use-mentions.tsx";

const longest = 2000;

/** The field where an agent writes notes that only colleagues see. */
export function NoteComposer(props: {
  botId: string;
  conversationId: string;
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const { botId, conversationId, field } = props;
  const words = useWords("inbox.notes");
  const inboxWords = useWords("inbox.main");
  const [text, setText] = useDraft(botId, `${conversationId} note`);
  const [caret, setCaret] = useState(text.length);
  const wantedCaret = useRef<number | null>(null);
  const { write } = useNoteChanges(botId, conversationId);
  const mentions = useMentions({
    ...{ botId, text, caret },
    onChange(filled, at) {
      wantedCaret.current = at;
      setText(() => filled);
      setCaret(at);
    },
  });
  useLayoutEffect(() => {
    if (wantedCaret.current === null) return;
    field.current?.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = null;
  });
  const left = longest - text.trim().length;
  const mayAdd = text.trim() !== "" && left >= 0 && !write.isPending;
  const add = () => {
    if (!mayAdd) return;
    // Preserve text typed while the request runs.
    write.mutate(text.trim(), { onSuccess: () => setText((now) => (now === text ? "" : now)) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (mentions.onKeyDown(event)) return;
    if (event.key === "Escape") field.current?.blur();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add();
  };
  return (
    <form
      className="composer"
      data-note
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {write.error && <WriteProblem problem={write.error} />}
      {mentions.menu}
      <Textarea
        {...mentions.fieldProps}
        ref={field}
        aria-label={words.field}
        placeholder={words.placeholder}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        error={left < 0}
        onChange={({ currentTarget }) => {
          const { value, selectionStart } = currentTarget;
          setCaret(selectionStart);
          setText(() => value);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      <Group justify="space-between" gap="xs" mt={6} wrap="nowrap">
        <Text size="xs" visibleFrom="sm">
          {words.hint}
        </Text>
        <Group gap="xs" wrap="nowrap" ml="auto">
          {left < 200 && (
            <Text size="xs" role="status">
              {left < 0 ? inboxWords.tooLong({ over: -left }) : inboxWords.left({ left })}
            </Text>
          )}
          <Button type="submit" size="xs" disabled={!mayAdd} loading={write.isPending}>
            {words.add}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
