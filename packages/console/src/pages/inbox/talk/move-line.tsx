import { Text } from "@mantine/core";
import { useMe } from "../../../access/me.ts";
import type { CatalogWords } from "../../../words/catalogs.ts";
import { useWords } from "../../../words/speaking.tsx";
import { useClock } from "../data/use-clock.ts";
import { formatPerson } from "../words/say-names.ts";
import type { DeskMove } from "./lines-of.ts";

/** Who took the conversation, gave it back or closed it, at its time. */
export function MoveLine({ move }: { move: DeskMove }) {
  const words = useWords("inbox.main");
  const clock = useClock();
  const own = useMe().data?.operator?.id ?? null;
  return (
    <li className="talk-move">
      <Text size="xs" c="dimmed" component="span">
        {describeMove(move, own, words)} · <time dateTime={move.at}>{clock.time(move.at)}</time>
      </Text>
    </li>
  );
}

/** Returns the change as a sentence without its ending. */
export function describeMove(
  { kind, by, reason }: DeskMove,
  own: string | null,
  words: CatalogWords<"inbox.main">,
): string {
  const { moves } = words;
  const name = by && formatPerson(by, own, words);
  if (kind === "taken") return moves.taken({ name: name ?? words.somebody });
  if (kind === "closed") return moves.closed({ name: name ?? words.somebody });
  if (kind === "waiting") {
    return reason === "stepped_in"
      ? moves.waitsAgain
      : (said(words.reasons, reason) ?? moves.waitsAgain);
  }
  return name ? moves.returned({ name }) : (said(moves.reasons, reason) ?? moves.back);
}

const said = (all: Readonly<Record<string, string>>, reason: string | null) =>
  reason === null ? undefined : all[reason];
