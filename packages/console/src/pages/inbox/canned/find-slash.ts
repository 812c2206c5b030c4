/** A slash typed at the start of a word, and the text from it to the cursor. */
export interface Slash {
  start: number;
  word: string;
}

/** Longer words are no names. */
const maxWordLength = 40;

/** Returns the slash before the cursor, or `null` if there is none. */
export function findSlash(text: string, caret: number): Slash | null {
  const before = text.slice(Math.max(0, caret - maxWordLength - 2), caret);
  const place = before.lastIndexOf("/");
  if (place < 0) return null;
  const word = before.slice(place + 1);
  const previous = before[place - 1];
  const isBegun =
    previous === undefined ? caret - before.length + place === 0 : /\s/.test(previous);
  if (!isBegun || /[\s/]/.test(word)) return null;
  return { start: caret - before.length + place, word: word.toLowerCase() };
}
