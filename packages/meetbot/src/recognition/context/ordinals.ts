import type { ContextMatches } from "./phrases.ts";
import type { PlainClauses } from "./plain-clauses.ts";

/** More items than the bot ever shows at once. */
const maxOrdinals = 10;

/** Returns the places among the shown items that a text names: from 1 on, -1 is the last, 0 the other one. */
export function findOrdinals({ text }: PlainClauses, { ordinals }: ContextMatches): number[] {
  const found = ordinals.flatMap(({ meaning: { pattern, read } }) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      read(match).map((place) => ({ place, index: match.index })),
    ),
  );
  const inOrder = found.sort((one, other) => one.index - other.index).map(({ place }) => place);
  return [...new Set(inOrder.filter((place) => !Number.isNaN(place)))].slice(0, maxOrdinals);
}
