import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutSmallWords } from "./without-small-words.ts";

test("small words and signs that end a request go, and whether it asks stays", () => {
  const plain = (texts: string[]) => texts.map(withoutSmallWords);
  assert.deepEqual(
    plain(["where is it now :) ??", "where is it, please, thanks!!", "发出来了吗谢谢", "到哪了?!"]),
    ["where is it?", "where is it", "发出来了吗", "到哪了?"],
  );
});

test("what is no sentence without them, a placeholder and a text of signs stay", () => {
  for (const text of ["order now", "where is <id>", "?!", "", "🙏"]) {
    assert.equal(withoutSmallWords(text), text);
  }
});
