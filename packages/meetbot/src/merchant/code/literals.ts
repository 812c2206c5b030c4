import { beyondAscii } from "@meetbot/conformance/signature/write-json.ts";

/** A text as JavaScript, Python and Go write it between quotes: as JSON does. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** In Java, where a source file may be read in any character set. */
export function quotedInAscii(text: string): string {
  return JSON.stringify(text).replace(beyondAscii, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** In PHP, where single quotes keep a dollar sign from meaning something. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
