import assert from "node:assert/strict";
import { test } from "node:test";
import { backoffMs } from "./backoff.ts";

test("waits double from one second to half a minute", () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 2000].map((failed) => backoffMs(failed, () => 0));
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});

test("up to half of a wait is left to chance", () => {
  assert.equal(
    backoffMs(2, () => 0.5),
    3000,
  );
  assert.equal(
    backoffMs(2, () => 1),
    2000,
  );
});
