import type { TranscriptEntry } from "../data/use-transcript.ts";
import type { Note } from "../notes/notes-data.ts";

/** What stands in a transcript. */
type Line = { key: string; at: string } & (
  | { note: Note; entry?: never }
  | { entry: TranscriptEntry; note?: never }
);

/** Messages in their order, each note behind what was said before it. Where not all messages are there, older notes are not. */
export function linesOf(
  entries: readonly TranscriptEntry[],
  notes: readonly Note[],
  hasEarlier: boolean,
): Line[] {
  const first = entries[0]?.at ?? "";
  const left = notes.filter(({ at }) => !hasEarlier || at >= first);
  const lines: Line[] = [];
  const putNotes = (isDue: (note: Note) => boolean) => {
    while (left[0] && isDue(left[0])) {
      const [note] = left.splice(0, 1);
      if (note) lines.push({ key: note.note_id, at: note.at, note });
    }
  };
  for (const entry of entries) {
    putNotes(({ at }) => at < entry.at);
    lines.push({ key: String(entry.seq), at: entry.at, entry });
  }
  putNotes(() => true);
  return lines;
}
