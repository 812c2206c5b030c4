import { SegmentedControl, VisuallyHidden } from "@mantine/core";
import { type ComponentProps, useEffect, useRef } from "react";
import { useWords } from "../../../words/speaking.tsx";
import { NoteComposer } from "../notes/note-composer.tsx";
import { Composer } from "./composer.tsx";

/** To whom something is written: to the customer, or to colleagues. */
export type WritingMode = "reply" | "note";

/** The field where an agent writes, with its audience shown. Text typed for one audience is never sent to the other. */
export function Writing(
  props: ComponentProps<typeof Composer> & {
    mode: WritingMode;
    onMode(mode: WritingMode): void;
  },
) {
  const { mode, onMode, ...composer } = props;
  const { botId, conversationId, field } = composer;
  const words = useWords("inbox.notes");
  const was = useRef(mode);
  useEffect(() => {
    if (was.current !== mode) field.current?.focus();
    was.current = mode;
  }, [mode, field]);
  return (
    <div className="writing" data-note={mode === "note" || undefined}>
      <SegmentedControl
        size="xs"
        aria-label={words.mode}
        value={mode}
        onChange={(chosen) => onMode(chosen as WritingMode)}
        data={[
          { value: "reply", label: words.reply },
          { value: "note", label: words.note },
        ]}
      />
      {mode === "note" ? (
        <>
          <VisuallyHidden role="status">{words.only}</VisuallyHidden>
          <NoteComposer {...{ botId, conversationId, field }} />
        </>
      ) : (
        <Composer {...composer} />
      )}
    </div>
  );
}
