import { keywords, lookalikes } from "./lexicon/spelling.ts";
import { isOneSlipApart } from "./text/one-slip.ts";

/** Shorter words are left alone: too many of them are one letter apart. */
const minLength = 4;

const known: ReadonlySet<string> = new Set([...keywords, ...lookalikes]);
const byFirstLetter = Map.groupBy(keywords, (keyword) => keyword.charAt(0));

function correctWord(word: string): string {
  if (known.has(word)) return word;
  const candidates = byFirstLetter.get(word.charAt(0)) ?? [];
  const isNear = (keyword: string) =>
    Math.abs(keyword.length - word.length) <= 1 && isOneSlipApart(word, keyword);
  return candidates.find(isNear) ?? word;
}

const word = new RegExp(`(?<![a-z'<])[a-z]{${minLength},14}(?![a-z'>])`, "g");

/** Corrects misspelled words that the lexicon depends on: "wheres my oder" asks for an order. */
export function correctSpelling(text: string): string {
  return text.replace(word, correctWord);
}
