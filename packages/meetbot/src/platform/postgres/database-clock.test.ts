import assert from "node:assert/strict";
import { test } from "node:test";
import { createDatabaseClock } from "./database-clock.ts";

const hourMs = 60 * 60 * 1000;
const trueMs = 1_764_000_000_000;

for (const [what, offMs] of Object.entries({
  "an hour ahead": hourMs,
  "an hour behind": -hourMs,
})) {
  test(`a machine whose clock is ${what} goes by the database's time`, () => {
    const { clock, note } = createDatabaseClock(() => trueMs + offMs);
    note(trueMs, { askedAt: trueMs + offMs - 3, answeredAt: trueMs + offMs + 3 });
    assert.equal(clock.now(), trueMs);
    assert.equal(clock.aheadMs(), offMs);
    assert(clock.isOff());
  });
}

test("a machine whose clock is kept goes by it, and an answer that took long says nothing", () => {
  const { clock, note } = createDatabaseClock(() => trueMs);
  note(trueMs - 1_500, { askedAt: trueMs, answeredAt: trueMs });
  assert.equal(clock.now(), trueMs);
  assert(!clock.isOff());
  note(trueMs - hourMs, { askedAt: trueMs - 9_000, answeredAt: trueMs });
  assert.equal(clock.now(), trueMs);
});
