/** A typed `@` and the text from it to the cursor. */
interface Mention {
  start: number;
  word: string;
}

/** No name is longer than this. */
const maxWordLength = 40;

/** Returns the `@` before the cursor, or `null` if there is none. An `@` inside a word belongs to an email. */
export function findMention(text: string, caret: number): Mention | null {
  const begin = Math.max(0, caret - maxWordLength);
  const place = text.slice(begin, caret).lastIndexOf("@");
  if (place < 0) return null;
  const start = begin + place;
  const word = text.slice(start + 1, caret);
  const isInWord = start > 0 && /[\p{Script=Latin}\p{N}._-]/u.test(text[start - 1] ?? "");
  return isInWord || /\s/.test(word) ? null : { start, word: word.toLowerCase() };
}
