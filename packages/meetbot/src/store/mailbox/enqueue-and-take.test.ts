import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { heldByBot } from "@meetbot/model/desk/holder.ts";
import { Client } from "pg";
import {
  bot,
  openConversation,
  openTestStore,
  state,
  textEvent,
  turnSaying,
} from "../store.fixture.ts";

/** A conversation whose first turn is over. */
async function openIdle(t: TestContext, options = {}) {
  const opened = await openTestStore(t, options);
  const ref = await openConversation(opened.store);
  await opened.store.mailbox.commitTurn(
    (await opened.store.mailbox.take(ref))!,
    turnSaying("Hello"),
  );
  return { ...opened, ref };
}

test("an event of an idle conversation comes with the lease of its turn, which nobody else gets", async (t) => {
  const { store, openAgain, ref } = await openIdle(t);
  const other = await openAgain();

  const { admission, lease } = await store.mailbox.enqueueAndTake(ref, textEvent("second"));

  assert.equal(admission, "stored");
  const event = { seq: 3, ...textEvent("second") };
  assert.deepEqual(lease, {
    ...ref,
    channel: "web-chat",
    bookVersion: 0,
    fence: 2,
    state,
    held: heldByBot,
    event,
  });
  assert.equal(await other.mailbox.take(ref), null);
  assert.deepEqual(await store.mailbox.due(10), []);
  const settled = await store.mailbox.commitTurn(lease, turnSaying("Here it is"));
  assert.deepEqual(settled, { outcome: "settled", more: false, lastSeq: 4, message: null });
});

test("behind an event that waits, or whose turn is taken, another waits without a lease", async (t) => {
  const { store, ref } = await openIdle(t);
  await store.mailbox.enqueue(ref, textEvent("second"));
  const third = await store.mailbox.enqueueAndTake(ref, textEvent("third"));
  assert.deepEqual(third, { admission: "stored", lease: null });

  const lease = await store.mailbox.take(ref);
  assert.equal(lease?.event.dedupeKey, "second");
  const fourth = await store.mailbox.enqueueAndTake(ref, textEvent("fourth"));
  assert.deepEqual(fourth, { admission: "stored", lease: null });
  assert.equal(await store.mailbox.renew(lease), true);
});

test("an event that comes again changes nothing and takes nothing", async (t) => {
  const { store, run, ref } = await openIdle(t);
  const { lease } = await store.mailbox.enqueueAndTake(ref, textEvent("second"));
  await store.mailbox.commitTurn(lease!, turnSaying("Here it is"));
  const before = await run("select * from conversations");

  const again = await store.mailbox.enqueueAndTake(ref, textEvent("second", "other words"));

  assert.deepEqual(again, { admission: "duplicate", lease: null });
  assert.deepEqual(await run("select * from conversations"), before);
});

test("of those who enqueue at once over two nodes one takes the turn, and of the oldest event", async (t) => {
  const { store, openAgain, ref } = await openIdle(t);
  const nodes = [store, await openAgain()];
  // The first round opens connections, one after the other: only the later ones truly race.
  for (let round = 0; round < 5; round++) {
    const keys = Array.from({ length: 20 }, (_, nth) => `event ${round} ${nth % 10}`);
    const admitted = await Promise.all(
      keys.map((key, nth) => nodes[nth % 2]!.mailbox.enqueueAndTake(ref, textEvent(key))),
    );

    assert.equal(admitted.filter(({ admission }) => admission === "stored").length, 10);
    const leases = admitted.flatMap(({ lease }) => lease ?? []);
    assert.equal(leases.length, 1);
    let next = leases[0] ?? null;
    const seqs: number[] = [];
    for (; next; next = await store.mailbox.take(ref)) {
      seqs.push(next.event.seq);
      await store.mailbox.commitTurn(next, turnSaying());
    }
    assert.deepEqual(
      seqs,
      keys.slice(0, 10).map((_, nth) => 3 + 10 * round + nth),
    );
  }
});

test("the turn passes on when a node that took it so is gone", async (t) => {
  const { store, ref } = await openIdle(t, { leaseMs: 0 });
  const { lease } = await store.mailbox.enqueueAndTake(ref, textEvent("second"));
  assert.deepEqual(await store.mailbox.due(10), [ref]);

  const next = await store.mailbox.take(ref);

  assert.equal(next?.event.dedupeKey, "second");
  assert.deepEqual(await store.mailbox.commitTurn(lease!, turnSaying("late")), { outcome: "lost" });
});

test("an event for a conversation that is not there, or no longer, is not stored", async (t) => {
  const { store, run, ref } = await openIdle(t);
  const unknown = { botId: bot.id, conversationId: "unknown" };
  const refused = { admission: "unknown_conversation", lease: null };
  assert.deepEqual(await store.mailbox.enqueueAndTake(unknown, textEvent("key")), refused);

  await run("delete from conversations");
  assert.deepEqual(await store.mailbox.enqueueAndTake(ref, textEvent("key")), refused);
});

test("where the state was changed the event is stored, and its turn is left to be put off", async (t) => {
  const { store, run, ref } = await openIdle(t);
  await run("update conversations set state = '\\x01'");
  const admitted = await store.mailbox.enqueueAndTake(ref, textEvent("second"));
  assert.deepEqual(admitted, { admission: "stored", lease: null });
  assert.equal((await store.mailbox.messagesAfter(ref, 2, 10)).length, 1);
});

test("what another transaction holds waits, and holds up no other conversation", async (t) => {
  const { store, url, run, ref } = await openIdle(t);
  const other = await openConversation(store, { conversationId: "other" });
  await store.mailbox.commitTurn((await store.mailbox.take(other))!, turnSaying("Hello"));
  const holder = new Client({ connectionString: url });
  await holder.connect();
  try {
    await holder.query("begin");
    await holder.query("select from conversations where conversation_id = $1 for update", [
      ref.conversationId,
    ]);
    const held = store.mailbox.enqueueAndTake(ref, textEvent("second"));
    const free = store.mailbox.enqueueAndTake(other, textEvent("second"));
    assert.equal((await free).lease?.conversationId, "other");
    await holder.query("commit");
    assert.equal((await held).lease?.conversationId, ref.conversationId);
  } finally {
    await holder.end();
  }
  assert.equal((await run("select from messages where dedupe_key = 'second'")).length, 2);
});

test("nodes that enqueue and settle in the same conversations at once never wait for each other", async (t) => {
  const { store, openAgain, run } = await openIdle(t);
  const nodes = [store, await openAgain()];
  const ids = Array.from({ length: 20 }, (_, nth) => `c_${nth}`);
  for (const conversationId of ids) await openConversation(store, { conversationId });
  const converse = async (node: number, conversationId: string) => {
    const { mailbox } = nodes[node]!;
    const its = { botId: bot.id, conversationId };
    for (let nth = 0; nth < 10; nth++) {
      const { lease } = await mailbox.enqueueAndTake(its, textEvent(`${node} ${nth}`));
      const taken = lease ?? (await mailbox.take(its));
      if (taken) await mailbox.commitTurn(taken, turnSaying("Hello"));
    }
  };
  await Promise.all([0, 1].flatMap((node) => ids.map((id) => converse(node, id))));
  const [{ deadlocks }] = (await run(
    "select deadlocks::integer from pg_stat_database where datname = current_database()",
  )) as [{ deadlocks: number }];
  assert.equal(deadlocks, 0);
  for (const conversationId of ids) {
    const its = { botId: bot.id, conversationId };
    for (let next = await store.mailbox.take(its); next; next = await store.mailbox.take(its)) {
      await store.mailbox.commitTurn(next, turnSaying("Hello"));
    }
    const messages = await store.mailbox.messagesAfter(its, 0, 100);
    assert.equal(messages.filter(({ from }) => from === "customer").length, 21);
    assert.equal(messages.filter(({ from }) => from === "bot").length, 21);
    assert.deepEqual(
      messages.map(({ seq }) => seq),
      messages.map((_, nth) => nth + 1),
    );
  }
});
