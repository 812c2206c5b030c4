import type { Spoiling } from "./run-result.ts";

/** Number of base64 letters of a signature whose bits all count; the last letter may contain unused bits. */
const LETTERS = 42;

/** Number of letters in a truncated signature. */
const SHORT = 8;

const places = { end: LETTERS - 1, middle: LETTERS / 2, beginning: 0 } as const;

/** A signature, in base64 or hexadecimal digits, with this done to it. */
export function spoil(text: string, how: Spoiling): string {
  if (how === "short") return text.slice(0, SHORT);
  if (how === "case") {
    return text.replace(/[a-zA-Z]/g, (one) =>
      one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
    );
  }
  const at = places[how];
  return `${text.slice(0, at)}${text.charAt(at) === "0" ? "1" : "0"}${text.slice(at + 1)}`;
}

/** Returns the same change as a shell command: a filter for one line. */
export function spoilCommand(how: Spoiling): string {
  if (how === "short") return `cut -c1-${SHORT}`;
  if (how === "case") return "tr 'a-zA-Z' 'A-Za-z'";
  const before = places[how] === 0 ? "" : `.\\{${places[how]}\\}`;
  return `sed -e 's/^\\(${before}\\)0/\\1:/;t' -e 's/^\\(${before}\\)./\\10/' | tr : 1`;
}
