import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, textEvent, turnSaying } from "../store.fixture.ts";
import type { Store } from "../store.ts";
import {
  answer,
  connection,
  customer,
  on,
  openConnected,
  takenOver,
  wrote,
} from "./connected.fixture.ts";

// What the steps of a turn that is sent take along, so that it needs fewer of them.

/** A turn that this node has taken, by someone whom the bot knows. */
async function takenTurn(store: Store, key: string, user = customer.key) {
  const [ref] = (await store.channels.enqueue(on, [wrote(key, user)])).due;
  return (await store.mailbox.take(ref!))!;
}

async function commitTaking({ mailbox }: Store, turn: Awaited<ReturnType<typeof takenTurn>>) {
  const settled = await mailbox.commitTurn(turn, turnSaying("one", "two"), "taken");
  assert(settled.outcome === "settled");
  return settled.message;
}

test("whoever settles a turn gets its first reply, as if it were taken then", async (t) => {
  const { store, openAgain } = await openConnected(t);
  const { outbox } = store.channels;
  const settled = await commitTaking(store, await takenTurn(store, "m1"));
  const ref = await answer(store, [wrote("m1", "8")], "one", "two");
  const { botId, conversationId, ...taken } = (await outbox.take(ref))!;
  const address = { ...taken.address, to: customer.to };
  assert.equal(settled?.isFirst, true);
  assert.deepEqual([settled.behind, taken.behind], [await outbox.saidBehind(settled), null]);
  const alike = { ...settled, ...ref, isFirst: false, behind: null };
  assert.deepEqual(alike, { botId, conversationId, ...taken, address });
  // It is this node's, and goes on as any other.
  assert.equal(await (await openAgain()).channels.outbox.take(settled!), null);
  const { next } = await outbox.markSent(settled!, true);
  assert.equal(next!.seq, settled!.seq + 1);
  assert.deepEqual(await outbox.markSent(next!, true), { more: false, next: null });
  const again = await commitTaking(store, await takenTurn(store, "m2"));
  assert.deepEqual([again!.seq, again!.fence], [next!.seq + 2, next!.fence + 1]);
});

const whyNot: Record<string, (store: Store) => Promise<unknown>> = {
  "somebody else answers": ({ channels }) => channels.enqueue(on, [takenOver(false)]),
  "the link waits": ({ channels }) =>
    channels.links.pause(on, 60_000, { code: 4, subcode: null, trace: null }),
  "nothing is connected any more": ({ channels }) => channels.links.disconnect(on),
};

for (const [why, makeSo] of Object.entries(whyNot)) {
  test(`no reply is taken where ${why}`, async (t) => {
    const { store } = await openConnected(t);
    await makeSo(store);
    const turn = await takenTurn(store, "m1");
    assert.equal(await commitTaking(store, turn), null);
    assert.equal(await store.channels.outbox.take(turn), null);
    // It waits, and is sent afterwards.
    await store.channels.links.connect(bot.id, connection);
    await store.channels.enqueue(on, [{ customer, atMs: null, kind: "handed_back" }]);
    assert.equal((await store.channels.outbox.take(turn))?.seq, 2);
  });
}

test("no reply is taken behind one that waits, or that is being sent", async (t) => {
  const { store } = await openConnected(t);
  const { outbox } = store.channels;
  const ref = await answer(store, [wrote("m1")], "hello");
  assert.equal(await commitTaking(store, await takenTurn(store, "m2")), null);
  const first = await outbox.take(ref);
  assert.equal(first!.seq, 2);
  assert.equal(await commitTaking(store, await takenTurn(store, "m3")), null);
  assert.equal((await outbox.markSent(first!, true)).next?.seq, 4);
});

test("choices of what was said right before stand below a reply, however it is taken", async (t) => {
  const { store } = await openConnected(t);
  const [first, second] = [wrote("m1"), wrote("m2")];
  const [ref] = (await store.channels.enqueue(on, [first, second])).due;
  const turn = (await store.mailbox.take(ref!))!;
  const settled = await store.mailbox.commitTurn(turn, turnSaying("to m1"), "taken");
  assert(settled.outcome === "settled");
  // The answer to the second message comes right behind this one: the sender has to see that.
  assert.equal(settled.message, null);
  const lease = (await store.channels.outbox.take(ref!))!;
  await store.channels.outbox.markSent(lease, false);
  const after = await store.mailbox.commitTurn(
    (await store.mailbox.take(ref!))!,
    turnSaying("x"),
    "taken",
  );
  assert.deepEqual(after.outcome === "settled" && after.message, null);
  const next = (await store.channels.outbox.take(ref!))!;
  assert.equal(next.isFirst, false);
  const before = await store.channels.outbox.saidBefore(next);
  assert.deepEqual(
    before.map((reply) => reply.kind === "text" && reply.text),
    ["to m1"],
  );
});

test("an event is refused where somebody else answers by now, and taken again afterwards", async (t) => {
  const { store } = await openConnected(t);
  const { mailbox, channels } = store;
  const ref = await answer(store, [wrote("m1")], "hello");
  const refused = async () => [
    (await mailbox.enqueueAndTake(ref, textEvent("m2"))).admission,
    await mailbox.enqueue(ref, textEvent("m3")),
  ];
  await channels.enqueue(on, [takenOver(false)]);
  assert.deepEqual(await refused(), ["unknown_conversation", "unknown_conversation"]);
  assert.equal(await mailbox.enqueue(ref, textEvent("m1")), "duplicate");
  assert.equal((await mailbox.enqueueAndTake(ref, textEvent("m1"))).admission, "duplicate");
  // The channel itself still stores a message that the bot only reads.
  assert.equal((await channels.enqueue(on, [wrote("m4")])).due.length, 1);
  await channels.enqueue(on, [{ customer, atMs: null, kind: "handed_back" }]);
  assert.deepEqual(await refused(), ["stored", "stored"]);
});
