import { unexpected } from "./protocol-error.ts";
import type { Read } from "./read-fields.ts";

/** More than any title, name or URL of a shop needs; a longer text is cut. */
const maxTextCharacters = 2_000;

/** White space that ends a line: becomes a space, so that the words around it stay two. */
const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/**
 * Control characters (Cc) and invisible format characters (Cf: bidi overrides, zero-width, tags).
 * They let a text look like another one: https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const invisible = /[\p{Cc}\p{Cf}]/gu;

/**
 * Reads a text that a customer may see: one line of visible characters, at most 2,000. Throws a `ProtocolError` if the
 * value is not a string.
 */
export function readText(value: unknown, pointer: string): string {
  if (typeof value !== "string") throw unexpected(pointer, "a string", value);
  return toVisibleText(value);
}

/**
 * Reads an identifying number or code: a string, or an integer whose digits are preserved. Long integers arrive from
 * `parseJson` as strings already. Throws a `ProtocolError` if the value is neither.
 */
export function readId(value: unknown, pointer: string): string {
  return toVisibleText(readExactId(value, pointer));
}

/**
 * Reads an id that is compared or echoed but never shown: nothing is stripped from it. Throws a `ProtocolError` if the
 * value is neither a string nor an integer.
 */
export function readExactId(value: unknown, pointer: string): string {
  if (typeof value === "string") return value;
  if (Number.isSafeInteger(value)) return String(value);
  throw unexpected(pointer, "a string or an integer", value);
}

/**
 * Returns a reader for one of the given words. For any other value the reader throws a `ProtocolError` that lists them.
 */
export function readOneOf<Word extends string>(...words: Word[]): Read<Word> {
  return (value, pointer) => {
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    throw unexpected(pointer, words.map((word) => `"${word}"`).join(" or "), value);
  };
}

function toVisibleText(text: string): string {
  const visible = text.replace(lineBreaks, " ").replace(invisible, "").trim();
  return visible.slice(0, maxTextCharacters).toWellFormed();
}
