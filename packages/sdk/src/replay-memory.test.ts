import assert from "node:assert/strict";
import { test } from "node:test";
import { createReplayMemory, isFirst } from "./replay-memory.ts";

/** A memory whose clock the test sets, in seconds. */
function openMemory() {
  let nowS = 100;
  const memory = createReplayMemory(() => nowS * 1_000);
  return (id: string, timestampS: number, atS: number) => {
    nowS = atS;
    return isFirst(memory, id, timestampS);
  };
}

test("one id with one timestamp is admitted once, with another timestamp again", () => {
  const admit = openMemory();
  assert.equal(admit("a", 100, 100), true);
  assert.equal(admit("a", 100, 101), false);
  assert.equal(admit("a", 101, 101), true);
  assert.equal(admit("b", 100, 101), true);
});

test("what was admitted is remembered as long as it can pass as fresh, while others come and go", () => {
  const admit = openMemory();
  admit("a", 100, 100);
  admit("b", 100, 700);
  assert.equal(admit("a", 100, 700), false);
  admit("c", 100, 701);
  assert.equal(admit("a", 100, 701), true);
});

test("the memory is bounded: 50,000 later requests push the first one out", () => {
  const admit = openMemory();
  for (let id = 0; id <= 50_000; id += 1) admit(String(id), 100, 100);
  assert.equal(admit("1", 100, 100), false);
  assert.equal(admit("0", 100, 100), true);
});
