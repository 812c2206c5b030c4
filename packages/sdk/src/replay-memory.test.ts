import assert from "node:assert/strict";
import { test } from "node:test";
import { createReplayMemory } from "./replay-memory.ts";

test("one id with one timestamp is admitted once, with another timestamp again", () => {
  const memory = createReplayMemory();
  assert.equal(memory.admit("a", 100, 100), true);
  assert.equal(memory.admit("a", 100, 101), false);
  assert.equal(memory.admit("a", 101, 101), true);
  assert.equal(memory.admit("b", 100, 101), true);
});

test("what was admitted is remembered as long as it can pass as fresh, while others come and go", () => {
  const memory = createReplayMemory();
  memory.admit("a", 100, 100);
  memory.admit("b", 100, 700);
  assert.equal(memory.admit("a", 100, 700), false);
  memory.admit("c", 100, 701);
  assert.equal(memory.admit("a", 100, 701), true);
});

test("the memory is bounded: 50,000 later requests push the first one out", () => {
  const memory = createReplayMemory();
  for (let id = 0; id <= 50_000; id += 1) memory.admit(String(id), 100, 100);
  assert.equal(memory.admit("1", 100, 100), false);
  assert.equal(memory.admit("0", 100, 100), true);
});
