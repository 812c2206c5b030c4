import { simplified } from "../lexicon/traditional.ts";

/** A normalized utterance, and how to map it back to the original text. */
export interface Normalized {
  /** Compatibility forms folded (`Ａ＠１` is `A@1`), invisible characters gone, case as written. */
  folded: string;
  /** `folded` in lower case and Simplified Chinese, with the same indices: the text that all patterns search. */
  text: string;
  /** Returns the position in the utterance of the part of `text` from `start` to `end` (UTF-16 indices). */
  locate(start: number, end: number): { start: number; end: number };
}

const printableAscii = /^[\n -~]*$/;

/**
 * What readers do not see: soft hyphen, zero-width characters, bidi controls, variation selectors,
 * byte order mark. Left in place, they would split words and hide addresses.
 */
const invisible = /\p{Default_Ignorable_Code_Point}/u;

const apostrophes = /[\u2018\u2019\u02BC\u00B4`]/;

/** Folds one character; most Chinese characters have no other form and need no look at Unicode. */
function fold(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80 || (code >= 0x4e00 && code <= 0x9fff)) return character === "`" ? "'" : character;
  if (invisible.test(character)) return "";
  if (apostrophes.test(character)) return "'";
  return character.normalize("NFKC");
}

/** Returns the lower-case character if its length stays the same: offsets must not shift. */
function lower(character: string): string {
  const lowered = character.toLowerCase();
  return lowered.length === character.length ? lowered : character;
}

/** Folds an utterance character by character, so that every index maps back to the original. Takes linear time. */
export function normalize(utterance: string): Normalized {
  if (printableAscii.test(utterance) && !utterance.includes("`")) {
    const locate = (start: number, end: number) => ({ start, end });
    return { folded: utterance, text: utterance.toLowerCase(), locate };
  }
  let folded = "";
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let index = 0;
  for (const character of utterance) {
    const form = fold(character);
    folded += form;
    text += simplified.get(form) ?? lower(form);
    for (let unit = 0; unit < form.length; unit += 1) {
      starts.push(index);
      ends.push(index + character.length);
    }
    index += character.length;
  }
  return {
    folded,
    text,
    locate: (start, end) => ({ start: starts[start] ?? index, end: ends[end - 1] ?? index }),
  };
}
