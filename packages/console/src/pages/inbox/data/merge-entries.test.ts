import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeEntries, settledUntil } from "./merge-entries.ts";

test("a message that is on its way is read again, and what stands behind it; what arrived is not", () => {
  const sent = { seq: 2, sending: "sent" };
  const known = [{ seq: 1 }, sent, { seq: 3, sending: "queued" }, { seq: 4 }];
  assert.equal(settledUntil(known), 2);
  const read = [{ seq: 3, sending: "failed" }, { seq: 4 }, { seq: 5 }];
  const merged = mergeEntries(known, read);
  assert.deepEqual(merged, [{ seq: 1 }, sent, ...read]);
  assert.equal(merged[1], sent, "it is the same object, and is not drawn again");
  assert.equal(settledUntil(merged), 5);
});

test("where nothing is known all is read, and where nothing came all stays", () => {
  assert.equal(settledUntil([]), 0);
  assert.deepEqual(mergeEntries([{ seq: 7 }], []), [{ seq: 7 }]);
  assert.deepEqual(mergeEntries([], [{ seq: 7 }]), [{ seq: 7 }]);
});
