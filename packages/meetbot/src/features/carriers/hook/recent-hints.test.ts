import assert from "node:assert/strict";
import { test } from "node:test";
import { createRecentHints } from "./recent-hints.ts";

test("what was hinted at is known for ten minutes, and of too much the oldest is forgotten", () => {
  let now = 0;
  const recent = createRecentHints(() => now);
  recent.add("one");
  assert.deepEqual([recent.has("one"), recent.has("two")], [true, false]);
  now = 10 * 60_000 - 1;
  assert(recent.has("one"));
  now += 1;
  assert(!recent.has("one"));
  recent.add("one");
  for (let more = 1; more < 10_000; more += 1) recent.add(`more ${more}`);
  assert(recent.has("one"));
  recent.add("the last");
  assert.deepEqual(
    [recent.has("one"), recent.has("more 1"), recent.has("the last")],
    [false, true, true],
  );
});
