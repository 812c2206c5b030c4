import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../../words/speaking.tsx";
import { useClock } from "../data/use-clock.ts";
import { formatPerson } from "../words/say-names.ts";
import type { Note } from "./notes-data.ts";

/** A colleague's note at its place in time. It looks unlike anything that a customer sees. */
export function NoteView(props: {
  note: Note;
  /** `null` when the viewer may not write. */
  onDelete: ((noteId: string) => void) | null;
}) {
  const { note, onDelete } = props;
  const words = useWords("inbox.notes");
  const people = useWords("inbox.main");
  const clock = useClock();
  const [isAsking, setAsking] = useState(false);
  return (
    <li className="talk-note">
      <Text size="xs" component="span">
        <b>{note.own ? words.mine : words.by({ name: formatPerson(note.author, null, people) })}</b>{" "}
        · <time dateTime={note.at}>{clock.time(note.at)}</time> · {words.only}
      </Text>
      <div className="talk-note-text">{note.text}</div>
      {note.own && onDelete && (
        <Group gap={6} justify="flex-end">
          {isAsking && (
            <Button size="compact-xs" variant="default" onClick={() => setAsking(false)}>
              {words.keep}
            </Button>
          )}
          <Button
            size="compact-xs"
            {...(isAsking ? { color: "red.9" } : { variant: "default" })}
            onClick={() => (isAsking ? onDelete(note.note_id) : setAsking(true))}
          >
            {isAsking ? words.deleteSure : words.delete}
          </Button>
        </Group>
      )}
    </li>
  );
}
