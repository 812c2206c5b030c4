import { keywords, lookalikes } from "./lexicon/spelling.ts";

/** Shorter words are left alone: too many of them are one letter apart. */
const minLength = 4;

const known: ReadonlySet<string> = new Set([...keywords, ...lookalikes]);
const byFirstLetter = Map.groupBy(keywords, (keyword) => keyword.charAt(0));

/** Whether one letter added, dropped, changed or swapped with its neighbor makes one the other. */
export function isOneSlipApart(word: string, keyword: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === keyword[start]) start += 1;
  const rest = word.slice(start);
  const wanted = keyword.slice(start);
  if (rest.length > wanted.length) return rest.slice(1) === wanted;
  if (rest.length < wanted.length) return rest === wanted.slice(1);
  const isSwap = rest[0] === wanted[1] && rest[1] === wanted[0];
  return rest.slice(1) === wanted.slice(1) || (isSwap && rest.slice(2) === wanted.slice(2));
}

function correctWord(word: string): string {
  if (known.has(word)) return word;
  const candidates = byFirstLetter.get(word.charAt(0)) ?? [];
  const isNear = (keyword: string) =>
    Math.abs(keyword.length - word.length) <= 1 && isOneSlipApart(word, keyword);
  return candidates.find(isNear) ?? word;
}

const word = new RegExp(`(?<![a-z'<])[a-z]{${minLength},14}(?![a-z'>])`, "g");

/** Puts the words the lexicon turns on as they are meant: "wheres my oder" asks for an order. */
export function correctSpelling(text: string): string {
  return text.replace(word, correctWord);
}
