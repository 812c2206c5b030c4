import assert from "node:assert/strict";
import { test } from "node:test";
import { findSlash } from "./find-slash.ts";

test("a slash counts at the beginning of a word, up to the cursor", () => {
  const found: [text: string, slash: { start: number; word: string } | null][] = [
    ["/", { start: 0, word: "" }],
    ["/Ho", { start: 0, word: "ho" }],
    ["Hello /ho", { start: 6, word: "ho" }],
    ["Hello\n/退", { start: 6, word: "退" }],
    ["and/or", null],
    ["https://shop", null],
    ["/hours we", null],
    [`/${"x".repeat(60)}`, null],
    ["", null],
  ];
  for (const [text, slash] of found) assert.deepEqual(findSlash(text, text.length), slash, text);
  assert.deepEqual(findSlash("/hours", 3), { start: 0, word: "ho" });
});
