import assert from "node:assert/strict";
import { test } from "node:test";
import { sendOnce } from "./send-once.ts";

test("a write that is asked for twice in a moment is sent once, and both get its answer", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let sent = 0;
  const send = async () => ++sent;
  assert.deepEqual(await Promise.all([sendOnce("a", send), sendOnce("a", send)]), [1, 1]);
  assert.equal(await sendOnce("a", send), 1);
  assert.equal(await sendOnce("b", send), 2);
  assert.equal(await sendOnce("a", send), 3);
  t.mock.timers.tick(500);
  await new Promise(setImmediate);
  assert.equal(await sendOnce("a", send), 4);
});

test("a write that failed is sent again at once", async () => {
  const refuse = () => Promise.reject(new Error("no"));
  await assert.rejects(Promise.all([sendOnce("c", refuse), sendOnce("c", refuse)]), /no/);
  assert.equal(await sendOnce("c", async () => "yes"), "yes");
});
