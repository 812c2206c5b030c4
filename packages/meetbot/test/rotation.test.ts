import assert from "node:assert/strict";
import { test } from "node:test";
import { rotateUnderLoad } from "../../../bench/rotation/experiment.ts";
import { openTestStore } from "../src/store/store.fixture.ts";

test("no query fails while secrets are rotated, whenever a merchant swaps and however it verifies", async (t) => {
  const { store } = await openTestStore(t);
  const rows = await rotateUnderLoad({ store, queries: 900 });
  assert.equal(rows.length, 6);
  for (const { merchant, failed, rotations } of rows) {
    assert.equal(failed, 0, merchant);
    assert.ok(rotations >= 1, `${merchant}: ${rotations} rotations`);
  }
  // With one secret some would have failed: the merchants did swap under load.
  assert.ok(rows.some(({ failedWithOneSecret }) => failedWithOneSecret > 0));
  assert.ok(rows.some(({ extraExchanges }) => extraExchanges > 0));
});
