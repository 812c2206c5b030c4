import type { Normalized } from "../text/normalize.ts";

/** Longer texts are never one bare identifier. */
const maxTextLength = 160;

/**
 * An identifier alone: one word, or digits in groups. Punctuation may surround it, and words that do not name its kind
 * may precede it.
 */
const bare =
  /^[\s\p{P}]*(?:(?:it'?s|it is|this is|the|my|number|num|no|id|is|是|我的|这个|号码|编号|单号|号)[\s\p{P}]*)*([a-z0-9][a-z0-9#_-]{1,62}[a-z0-9]|\d{1,6}(?: \d{1,6}){1,12})[\s\p{P}]*$/du;

/**
 * Returns the identifier if the whole text consists of just that one; `null` if the text contains more or names a kind.
 */
export function findBareIdentifier({ text, folded }: Normalized): string | null {
  const [start, end] = (text.length <= maxTextLength && bare.exec(text)?.indices?.[1]) || [0, 0];
  const value = folded.slice(start, end).replaceAll(" ", "");
  return /\d/.test(value) && value.length >= 3 ? value : null;
}
