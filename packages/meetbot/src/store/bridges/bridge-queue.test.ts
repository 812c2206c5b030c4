import assert from "node:assert/strict";
import { test } from "node:test";
import { openTestStore } from "../store.fixture.ts";
test("spread", async (t) => {
  const { store } = await openTestStore(t);
  await store.bridges.queue.spread();
  assert.equal(await store.bridges.queue.take(), null);
});
