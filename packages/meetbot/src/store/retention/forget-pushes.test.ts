import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import {
  type KeptPush,
  openPush,
  type PushToKeep,
} from "../../features/customer-updates/store/accept-push.ts";
import {
  bot,
  keyRing,
  openConversation,
  openTestStore,
  textEvent,
  turnSaying,
} from "../store.fixture.ts";

const account = "yilia@meetbot.biz";
const number = "PA7K2Q9XW4TP";

/** Opens a conversation that follows an order, and a push about that order. */
async function openPushed(t: TestContext) {
  const parts = await openTestStore(t);
  const { store } = parts;
  const ref = await openConversation(store, { first: textEvent("first") });
  await store.mailbox.commitTurn((await store.mailbox.take(ref))!, {
    ...turnSaying("Hello"),
    accounts: [account],
    subscription: {
      kind: "begin",
      subscription: {
        ...{ scope: "order", subject: number, source: "choice", wording: 1, known: [] },
      },
    },
  });
  const push = (id: string, said: Partial<KeptPush> = {}, changes: Partial<PushToKeep> = {}) =>
    store.pushes.accept(bot.id, {
      id,
      said: {
        ...{ method: "order.changed", orderNumber: number, packageNumber: null, account: null },
        ...{ status: "paid", snapshot: null, ...said },
      },
      ...{ bodyHash: randomBytes(32), occurredAt: new Date(), newsUntil: new Date() },
      ...{ expiresAt: null, isOld: false, ...changes },
    });
  return { ...parts, push };
}

test("a push goes 30 days after it came, with what became of it, and no day earlier", async (t) => {
  const { store, run, push } = await openPushed(t);
  await push("old");
  await run("update pushes set accepted_at = now() - interval '30 days 1 minute'");
  await push("recent");
  await run(
    "update pushes set accepted_at = now() - interval '29 days 23 hours' where push_id = 'recent'",
  );
  assert.equal((await run("select from notifications")).length, 2);
  await store.forgetExpired();
  for (const table of ["pushes", "notifications"]) {
    assert.deepEqual(await run(`select push_id from ${table}`), [{ push_id: "recent" }], table);
  }
});

test("with a customer who is forgotten goes what was pushed for them alone", async (t) => {
  const { store, run, push } = await openPushed(t);
  await push("theirs");
  await push("of two");
  const other = await openConversation(store, { conversationId: "other" });
  await run(
    `insert into notifications (bot_id, push_id, conversation_id, subscription_id, expires_at)
     values ($1, 'of two', $2, 's_other', now())`,
    [bot.id, other.conversationId],
  );
  assert.deepEqual(await run("select push_id from pushes order by 1"), [
    { push_id: "of two" },
    { push_id: "theirs" },
  ]);
  assert.equal(await store.forgetCustomer(account), 1);
  assert.deepEqual(await run("select push_id from pushes"), [{ push_id: "of two" }]);
  assert.deepEqual(await run("select conversation_id from notifications"), [
    { conversation_id: "other" },
  ]);
});

test("a conversation is kept while its customer waits to be told, and for 60 days at most", async (t) => {
  const { store, run } = await openPushed(t);
  const other = await openConversation(store, { conversationId: "other" });
  await store.mailbox.commitTurn((await store.mailbox.take(other))!, turnSaying("Hello"));
  const idle = (interval: string) =>
    run(`update conversations set active_at = now() - interval '${interval}'`);
  const left = async () => {
    await store.forgetExpired();
    return (await run("select conversation_id from conversations")).length;
  };
  await idle("8 days");
  assert.equal(await left(), 1, "nobody waits in the other one");
  await idle("59 days");
  assert.equal(await left(), 1);
  await run("update subscriptions set ended_at = now(), ended_by = 'stop_word'");
  assert.equal(await left(), 0);
});

test("a subscription ends when its time is over, and proves for 30 days more that it was agreed to", async (t) => {
  const { store, run, push } = await openPushed(t);
  const state = () =>
    run(
      `select ended_by, ended_at = ends_at as "thenEnded", length(lookup) as "lookup" from subscriptions`,
    );
  await store.forgetExpired();
  assert.deepEqual(await state(), [{ ended_by: null, thenEnded: null, lookup: 32 }]);
  await run("update subscriptions set ends_at = now() - interval '29 days 23 hours'");
  assert.deepEqual(await push("late"), { outcome: "accepted", recipients: 0 });
  await store.forgetExpired();
  assert.deepEqual(await state(), [{ ended_by: "delivered", thenEnded: true, lookup: 32 }]);
  await run("update subscriptions set ended_at = now() - interval '30 days 1 minute'");
  await store.forgetExpired();
  assert.deepEqual(await state(), []);
});

test("of a push that nobody is told of its id and its hash are kept, and not what it said", async (t) => {
  const { store, run, push } = await openPushed(t);
  const said = async (pushId: string) => {
    const [row] = await run("select key_id, sealed from pushes where push_id = $1", [pushId]);
    const { key_id: keyId, sealed } = row as { key_id: string; sealed: Buffer };
    return openPush(keyRing, { botId: bot.id, pushId, keyId, sealed });
  };
  const nothing = {
    ...{ method: "order.changed", orderNumber: null, packageNumber: null, account: null },
    ...{ status: null, snapshot: null },
  };
  const snapshot = { recipient_name: "Yilia Chen" };
  await push("told", { snapshot });
  assert.deepEqual((await said("told")).snapshot, snapshot);
  const bodyHash = randomBytes(32);
  await push("unheard", { orderNumber: "OTHER", snapshot }, { bodyHash });
  assert.deepEqual(await said("unheard"), nothing);
  await push("old", { snapshot }, { isOld: true });
  assert.deepEqual(await said("old"), nothing);

  const parcel = { method: "package.changed", orderNumber: null, packageNumber: "P1" } as const;
  for (const [id, ends] of [
    ["of another order", { orderNumber: "OTHER", packageNumber: "P1" }],
    ["of no order", null],
    ["followed", { orderNumber: number, packageNumber: "P1" }],
  ] as const) {
    await push(id, { ...parcel, snapshot }, { newsUntil: new Date(Date.now() + 60_000) });
    const taken = (await store.pushes.claimUnresolved([]))!;
    assert.equal(taken.said.packageNumber, "P1", "the shop is asked about it");
    if (ends) await store.pushes.resolveOrder(taken, ends);
    else await store.pushes.leaveUnresolved(taken, { isAway: false });
  }
  for (const id of ["of another order", "of no order"]) {
    assert.deepEqual(await said(id), { ...nothing, method: "package.changed" }, id);
  }
  assert.deepEqual((await said("followed")).snapshot, snapshot);

  assert.deepEqual((await store.pushes.read(bot.id, "unheard"))?.recipients, []);
  const again = await push("unheard", { orderNumber: "OTHER", snapshot }, { bodyHash });
  assert.deepEqual(again, { outcome: "repeated", recipients: 0 });
  assert.deepEqual(await push("unheard", { orderNumber: "OTHER" }), { outcome: "other_body" });
});
