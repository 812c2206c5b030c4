import type { InboxDesk } from "../data/inbox-data.ts";
import type { TranscriptEntry } from "../data/use-transcript.ts";
import type { Note } from "../notes/notes-data.ts";

export type DeskMove = InboxDesk["moves"][number];

/** One line of a transcript. */
export type TalkLine = { key: string; at: string } & (
  | { kind: "note"; note: Note }
  | { kind: "move"; move: DeskMove }
  | { kind: "entry"; entry: TranscriptEntry }
);

/**
 * Orders messages, notes and moves by time: a note comes after the message before it, a move before messages of the
 * same moment. Where older messages are not loaded, older notes and moves are left out too.
 */
export function linesOf(
  entries: readonly TranscriptEntry[],
  { notes, moves }: { notes: readonly Note[]; moves: readonly DeskMove[] },
  hasEarlier: boolean,
): TalkLine[] {
  const first = entries[0]?.at ?? "";
  const left = [
    ...moves.map((move, place): TalkLine => {
      return { kind: "move", key: `move ${move.at} ${place}`, at: move.at, move };
    }),
    ...notes.map((note): TalkLine => ({ kind: "note", key: note.note_id, at: note.at, note })),
  ]
    .filter(({ at }) => !hasEarlier || at >= first)
    .sort((a, b) => a.at.localeCompare(b.at));
  const lines: TalkLine[] = [];
  const put = (isDue: (line: TalkLine) => boolean) => {
    while (left[0] && isDue(left[0])) lines.push(...left.splice(0, 1));
  };
  for (const entry of entries) {
    put(({ kind, at }) => at < entry.at || (kind === "move" && at === entry.at));
    lines.push({ kind: "entry", key: String(entry.seq), at: entry.at, entry });
  }
  put(() => true);
  return lines;
}
