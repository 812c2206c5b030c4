import assert from "node:assert/strict";
import { test } from "node:test";
import { findMention } from "./find-mention.ts";

test("an @ calls somebody up to the cursor, unless it is an email's", () => {
  const found: [text: string, mention: { start: number; word: string } | null][] = [
    ["@", { start: 0, word: "" }],
    ["ask @Bo", { start: 4, word: "bo" }],
    ["请@李", { start: 1, word: "李" }],
    ["kim@shop", null],
    ["@bo look", null],
    [`@${"x".repeat(60)}`, null],
    ["", null],
  ];
  for (const [text, mention] of found)
    assert.deepEqual(findMention(text, text.length), mention, text);
  assert.deepEqual(findMention("@bona", 3), { start: 0, word: "bo" });
});
