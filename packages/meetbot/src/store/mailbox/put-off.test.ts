import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { openConversation, openTestStore, textEvent, turnSaying } from "../store.fixture.ts";

const minute = 60_000;

/** A conversation whose first turn is over, and the lease of a greeting in it. */
async function openGreeted(t: TestContext, options = {}) {
  const opened = await openTestStore(t, options);
  const { mailbox } = opened.store;
  const ref = await openConversation(opened.store);
  await mailbox.commitTurn((await mailbox.take(ref))!, turnSaying("Hello"));
  const { lease } = await mailbox.enqueueAndTake(ref, textEvent("greeting", "hi"));
  return { ...opened, mailbox, ref, lease: lease! };
}

test("a turn that is put off is nobody's until its moment, and keeps its event", async (t) => {
  const { mailbox, run, ref, lease } = await openGreeted(t);
  const leftMs = await mailbox.putOff(lease, { lastSeq: lease.event.seq, waitMs: minute });
  assert.ok(leftMs !== null && leftMs > 0 && leftMs <= minute, String(leftMs));
  assert.deepEqual(await mailbox.due(10), []);
  assert.equal(await mailbox.take(ref), null);
  assert.deepEqual(await run("select from conversations where lease_until is not null"), []);

  await run("update conversations set due_at = now()");
  assert.deepEqual(await mailbox.due(10), [ref]);
  const later = await mailbox.take(ref);
  assert.equal(later?.event.dedupeKey, "greeting");
  assert.equal(later.queued?.isFollowed, false);
});

for (const way of ["enqueue", "enqueueAndTake"] as const) {
  test(`what comes by ${way} makes it due at once, and is read behind it`, async (t) => {
    const { mailbox, ref, lease } = await openGreeted(t);
    await mailbox.putOff(lease, { lastSeq: lease.event.seq, waitMs: minute });
    await mailbox[way](ref, textEvent("next", "my order"));
    assert.deepEqual(await mailbox.due(10), [ref]);
    const taken = await mailbox.take(ref);
    assert.equal(taken?.event.dedupeKey, "greeting");
    assert.equal(taken.queued?.isFollowed, true);
    const behind = await mailbox.readBehind(taken, 5);
    assert.deepEqual(behind, [{ seq: 4, ...textEvent("next", "my order") }]);
    const turn = turnSaying("Here it is");
    const settled = await mailbox.commitTurn({ ...taken, event: behind[0]! }, turn);
    assert.deepEqual(settled, { outcome: "settled", more: false, lastSeq: 5, message: null });
    assert.deepEqual(await mailbox.due(10), []);
  });
}

test("it is not put off where more waits already, where its time is over, or by whoever lost the lease", async (t) => {
  const { mailbox, run, ref, lease } = await openGreeted(t);
  const { seq: lastSeq } = lease.event;
  assert.equal(await mailbox.putOff(lease, { lastSeq, waitMs: 0 }), null);
  const lost = { ...lease, fence: lease.fence - 1 };
  assert.equal(await mailbox.putOff(lost, { lastSeq, waitMs: minute }), null);
  await mailbox.enqueue(ref, textEvent("next"));
  assert.equal(await mailbox.putOff(lease, { lastSeq, waitMs: minute }), null);
  assert.equal((await run("select from conversations where lease_until is not null")).length, 1);
  const both = { lastSeq: lastSeq + 1, waitMs: minute };
  assert.notEqual(await mailbox.putOff(lease, both), null);
});

test("the time of a turn that is put off counts from when its event came", async (t) => {
  const { mailbox, run, ref, lease } = await openGreeted(t);
  await run("update messages set at = now() - interval '50 seconds' where dedupe_key = 'greeting'");
  const leftMs = await mailbox.putOff(lease, { lastSeq: lease.event.seq, waitMs: minute });
  assert.ok(leftMs !== null && leftMs <= 10_000, String(leftMs));
  await run("update conversations set due_at = now()");
  const later = await mailbox.take(ref);
  assert.ok(later!.queued!.waitedMs >= 50_000, String(later?.queued?.waitedMs));
});

test("a conversation that does not open stays put off, whatever comes", async (t) => {
  const { mailbox, run, ref } = await openGreeted(t);
  await run("update conversations set due_at = now() + interval '10 minutes', lease_until = null");
  await mailbox.enqueue(ref, textEvent("next"));
  await mailbox.enqueueAndTake(ref, textEvent("one more"));
  assert.deepEqual(await mailbox.due(10), []);
});
