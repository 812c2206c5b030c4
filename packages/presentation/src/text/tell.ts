import type { CardWords, Reader } from "../languages/contract/card-language.ts";
import type { cardWords } from "../languages/en/words/card-words.ts";
import { type Filling, fill } from "./fill.ts";

/** Words of a card in the reader's language, filled in. */
export function tell<Key extends keyof CardWords>(
  { language }: Reader,
  key: Key,
  ...[texts]: Filling<(typeof cardWords)[Key]>
): string {
  return fill(language.words[key], texts ?? {});
}

/** Formats words that stand alone, not within a line: capitalizes the first letter in scripts that have capitals. */
export function asTitle(words: string, { language }: Reader): string {
  const [first = "", ...rest] = words;
  return first.toLocaleUpperCase(language.tag) + rest.join("");
}
