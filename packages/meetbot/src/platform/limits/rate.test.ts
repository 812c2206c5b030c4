import assert from "node:assert/strict";
import { test } from "node:test";
import { createRate } from "./rate.ts";

test("so much at once, so much a minute, and the wait that is told is exact", () => {
  const rate = createRate({ atOnce: 3, eachMs: 1_000 });
  const at = 5_000;
  assert.deepEqual(
    [1, 2, 3].map(() => rate.take("a", 1, at)),
    [0, 0, 0],
  );
  assert.equal(rate.take("a", 1, at), 1_000);
  assert.equal(rate.take("a", 1, at + 999), 1);
  assert.equal(rate.take("a", 1, at + 1_000), 0);
  assert.equal(rate.take("b", 3, at), 0);
});

test("what was refused was not taken", () => {
  const rate = createRate({ atOnce: 2, eachMs: 1_000 });
  for (let nth = 0; nth < 100; nth += 1) rate.take("a", 5, 0);
  assert.equal(rate.take("a", 2, 0), 0);
});

test("a clock that goes back refuses nobody for longer", () => {
  const rate = createRate({ atOnce: 1, eachMs: 1_000 });
  assert.equal(rate.take("a", 1, 100_000), 0);
  assert.equal(rate.take("a", 1, 100_000), 1_000);
});

test("however many keys there are, only so many are remembered, and the busiest last", () => {
  const rate = createRate({ atOnce: 1, eachMs: 60_000, maxRemembered: 100 });
  for (let nth = 0; nth < 10_000; nth += 1) {
    rate.take(`${nth}`, 1, nth);
    rate.take("busy", 1, nth);
  }
  assert(rate.remembered() <= 100);
  // Full again: forgotten, to the last one.
  for (let nth = 0; nth < 200; nth += 1) rate.take(`later ${nth}`, 1, 10_000_000 + nth);
  assert(rate.remembered() <= 100);
});
