import assert from "node:assert/strict";
import { test } from "node:test";
import { ticksUpTo } from "./chart-scale.ts";

test("the top line is no lower than the highest value, and steps are round", () => {
  assert.deepEqual(ticksUpTo(0), [0, 1]);
  assert.deepEqual(ticksUpTo(3), [0, 1, 2, 3]);
  assert.deepEqual(ticksUpTo(9), [0, 2, 4, 6, 8, 10]);
  assert.deepEqual(ticksUpTo(25), [0, 5, 10, 15, 20, 25]);
  assert.deepEqual(ticksUpTo(26), [0, 10, 20, 30]);
  assert.deepEqual(ticksUpTo(480), [0, 100, 200, 300, 400, 500]);
});

test("of its top line a scale is made again as it is", () => {
  for (let max = 0; max < 3000; max++) {
    const ticks = ticksUpTo(max);
    assert.ok((ticks.at(-1) ?? 0) >= max, `${max}`);
    assert.ok(ticks.length <= 6, `${max}`);
    assert.deepEqual(ticksUpTo(ticks.at(-1) ?? 0), ticks, `${max}`);
  }
});
