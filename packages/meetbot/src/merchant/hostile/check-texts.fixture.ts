import assert from "node:assert/strict";

/** Checks that no text of an answer can deceive: one visible line, and links to the web only. */
export function checkTexts(value: unknown, name = ""): void {
  if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) checkTexts(part, key);
  }
  if (typeof value !== "string") return;
  assert(value.length <= 2_000 && value.isWellFormed());
  assert.doesNotMatch(value, /[\p{Cc}\p{Cf}\u2028\u2029]/u);
  if (name.endsWith("_url")) assert.match(value, /^https?:\/\/[^/]/i);
}
