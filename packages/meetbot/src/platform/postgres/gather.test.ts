import assert from "node:assert/strict";
import { test } from "node:test";
import { gather } from "./gather.ts";

test("what is asked within the time is asked together, and each has its own answer", async () => {
  const batches: number[][] = [];
  const double = gather<number, number>(5, async (items) => {
    batches.push([...items]);
    return items.map((item) => 2 * item);
  });
  assert.deepEqual(await Promise.all([1, 2, 3].map(double)), [2, 4, 6]);
  assert.equal(await double(4), 8);
  assert.deepEqual(batches, [[1, 2, 3], [4]]);
});

test("a failure is told to all who asked together, and not to those who come later", async () => {
  let isAway = true;
  const ask = gather<number, number>(5, async (items) => {
    if (isAway) throw new Error("away");
    return [...items];
  });
  const results = await Promise.allSettled([ask(1), ask(2)]);
  assert.deepEqual(
    results.map(({ status }) => status),
    ["rejected", "rejected"],
  );
  isAway = false;
  assert.equal(await ask(3), 3);
});
