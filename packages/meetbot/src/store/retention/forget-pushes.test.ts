import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import { bot, openConversation, openTestStore, textEvent, turnSaying } from "../store.fixture.ts";

const account = "yilia@meetbot.biz";
const number = "PA7K2Q9XW4TP";

/** A conversation that is told of an order, and a push of that. */
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
  const push = (id: string) =>
    store.pushes.accept(bot.id, {
      id,
      said: {
        ...{ method: "order.changed", orderNumber: number, packageNumber: null, account: null },
        ...{ status: "paid", snapshot: null },
      },
      ...{ bodyHash: randomBytes(32), occurredAt: new Date(), newsUntil: new Date() },
      ...{ expiresAt: null, isOld: false },
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
