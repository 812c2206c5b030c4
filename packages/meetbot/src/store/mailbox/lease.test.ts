import assert from "node:assert/strict";
import { test } from "node:test";
import { heldByBot } from "@meetbot/model/desk/holder.ts";
import { SealError } from "../../secrets/seal.ts";
import { newToken } from "../../secrets/token.ts";
import {
  bot,
  openConversation,
  openTestStore,
  state,
  textEvent,
  turnSaying,
} from "../store.fixture.ts";

/** A lease that is over as soon as it is taken. */
const overAtOnce = { leaseMs: 0 };

test("of two nodes that want one conversation one gets it, with the oldest event", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const other = await openAgain();
  const ref = await openConversation(store);
  await store.mailbox.enqueue(ref, textEvent("second"));

  const tries = Array.from({ length: 20 }, (_, index) =>
    (index % 2 ? store : other).mailbox.take(ref),
  );
  const leases = (await Promise.all(tries)).filter((lease) => lease !== null);

  assert.equal(leases.length, 1);
  const [{ queued, ...lease } = leases[0]!] = leases;
  assert.equal(queued?.isFollowed, true);
  assert.deepEqual(lease, {
    ...ref,
    channel: "web-chat",
    bookVersion: 0,
    held: heldByBot,
    fence: 1,
    state: null,
    event: { seq: 1, ...textEvent("first") },
  });
});

test("a conversation that is opened with its first turn is nobody else's, until that lease is over", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const ref = { botId: bot.id, conversationId: "opened" };
  const first = textEvent("first");
  const lease = await store.mailbox.openAndTake(ref, "web-chat", newToken(), first);
  const expected = { ...ref, channel: "web-chat", bookVersion: 0, held: heldByBot, fence: 1 };
  assert.deepEqual(lease, { ...expected, state: null, event: { seq: 1, ...first } });
  assert.equal(await store.mailbox.take(ref), null);
  assert.deepEqual(await store.mailbox.due(10), []);
  const settled = await store.mailbox.commitTurn(lease!, turnSaying("Hello"));
  assert.equal(settled.outcome, "settled");

  const crashing = await openAgain(overAtOnce);
  const left = { ...ref, conversationId: "left" };
  const lost = await crashing.mailbox.openAndTake(left, "web-chat", newToken(), first);
  assert.equal((await store.mailbox.take(left))?.fence, 2);
  const late = await store.mailbox.commitTurn(lost!, turnSaying("Hello"));
  assert.equal(late.outcome, "lost");
});

test("a conversation is due while an event waits and nobody holds it", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await openConversation(store);
  assert.deepEqual(await store.mailbox.due(10), [ref]);

  const lease = await store.mailbox.take(ref);
  assert.deepEqual(await store.mailbox.due(10), []);

  await store.mailbox.commitTurn(lease!, turnSaying("Hello"));
  assert.deepEqual(await store.mailbox.due(10), []);
  assert.equal(await store.mailbox.take(ref), null);
});

test("the conversation that waits longest is due first", async (t) => {
  const { store } = await openTestStore(t);
  const refs = [];
  for (const conversationId of ["c", "a", "b"]) {
    refs.push(await openConversation(store, { conversationId }));
  }
  assert.deepEqual(await store.mailbox.due(2), refs.slice(0, 2));
});

test("a lease that is over passes on, and the first holder finds out", async (t) => {
  const { store } = await openTestStore(t, overAtOnce);
  const ref = await openConversation(store);
  const first = await store.mailbox.take(ref);
  assert.deepEqual(await store.mailbox.due(10), [ref]);

  const second = await store.mailbox.take(ref);

  assert.equal(second?.event.seq, 1);
  assert.ok(second.fence > first!.fence);
  assert.equal(await store.mailbox.renew(first!), false);
  assert.equal(await store.mailbox.renew(second), true);
});

test("a renewed lease is not passed on", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const hasty = await openAgain(overAtOnce);
  const ref = await openConversation(store);
  const lease = await hasty.mailbox.take(ref);

  assert.equal(await store.mailbox.renew(lease!), true);

  assert.equal(await store.mailbox.take(ref), null);
});

test("the state of the last turn comes with the next lease", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await openConversation(store);
  await store.mailbox.commitTurn((await store.mailbox.take(ref))!, turnSaying());
  await store.mailbox.enqueue(ref, textEvent("second"));

  const lease = await store.mailbox.take(ref);

  assert.deepEqual(lease?.state, state);
  assert.equal(lease.event.dedupeKey, "second");
});

for (const [what, tamper] of [
  ["event", "update messages set body = set_byte(body, 20, get_byte(body, 20) # 1)"],
  ["state", "update conversations set state = '\\x01'"],
] as const) {
  test(`a conversation with a changed ${what} is refused, then put off`, async (t) => {
    const { store, run } = await openTestStore(t, overAtOnce);
    const ref = await openConversation(store);
    await run(tamper);

    await assert.rejects(store.mailbox.take(ref), SealError);

    assert.deepEqual(await store.mailbox.due(10), []);
    assert.equal(await store.mailbox.take(ref), null);
    await run("update conversations set due_at = now()");
    assert.deepEqual(await store.mailbox.due(10), [ref]);
  });
}
