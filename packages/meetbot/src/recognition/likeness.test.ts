import assert from "node:assert/strict";
import { test } from "node:test";
import { likeness } from "./likeness.ts";

test("letter case, punctuation, width and the digits of numbers make no difference", () => {
  const same = [
    "Do you GIFT-wrap 2 boxes?",
    "do you gift wrap 10 boxes",
    "ｄｏ ｙｏｕ gift wrap 3 boxes！！",
  ];
  assert.deepEqual(new Set(same.map(likeness)), new Set(["do you gift wrap 0 boxes"]));
  assert.equal(likeness("你們有實體店嗎？"), likeness("你们有实体店吗"));
});

test("other words are something else", () => {
  assert.notEqual(likeness("do you gift wrap"), likeness("do you sell gift wrap"));
});

test("what has no words has a likeness too", () => {
  assert.equal(likeness("???"), likeness("！"));
});
