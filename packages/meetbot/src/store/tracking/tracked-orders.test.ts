import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { TrackedParcel } from "@meetbot/model/shop/tracked-parcel.ts";
import { bot, openConversation, openTestStore, textEvent, turnSaying } from "../store.fixture.ts";
import type { Store } from "../store.ts";

const trackingNumber = "1Z 999 AA1 01 2345 6784";
const account = "yilia@meetbot.biz";

/** Runs a turn in which the shop returned these parcels. */
async function hear(store: Store, ref: ConversationRef, tracked: TrackedParcel[], more = {}) {
  const id = `m-${Math.random()}`;
  await store.mailbox.enqueue(ref, textEvent(id));
  for (;;) {
    const lease = await store.mailbox.take(ref);
    assert(lease);
    const settled = await store.mailbox.commitTurn(lease, {
      ...turnSaying("ok"),
      ...more,
      tracked,
    });
    assert.equal(settled.outcome, "settled");
    if (settled.outcome === "settled" && !settled.more) return;
  }
}

test("a parcel's order is found by its carrier's number, of its own bot alone, for 30 days, and kept sealed", async (t) => {
  const { store, run } = await openTestStore(t);
  const { trackedOrders: tracked } = store;
  await store.bots.create({ ...bot, id: "bot_2" }, { signingSecret: "s", identitySecret: "i" });
  const ref = await openConversation(store);
  await hear(store, ref, [
    { trackingNumber, orderNumber: "SO-1001" },
    { trackingNumber: "SF1234567890123", orderNumber: "SO-1001" },
  ]);
  assert.equal(
    await tracked.orderOf(bot.id, "1z999aa10123456784"),
    "SO-1001",
    "however it is spelled",
  );
  assert.equal(await tracked.orderOf("bot_2", trackingNumber), null);
  assert.equal(await tracked.orderOf(bot.id, "1Z999AA10123456785"), null);
  assert.equal(await tracked.orderOf(bot.id, ""), null);

  const kept = JSON.stringify(await run("select *, encode(sealed, 'escape') from tracked_orders"));
  assert.doesNotMatch(kept, /1001|999AA|SF123/);

  // Two orders in one parcel, also in one answer: what the shop said last counts.
  await hear(store, ref, [
    { trackingNumber, orderNumber: "SO-1001" },
    { trackingNumber: "1Z999AA10123456784", orderNumber: "SO-2002" },
  ]);
  await hear(store, ref, [{ trackingNumber, orderNumber: "SO-2002" }]);
  assert.equal(await tracked.orderOf(bot.id, trackingNumber), "SO-2002");

  // Said again later it is kept longer; said again at once nothing is written.
  const age = (days: number) =>
    run(`update tracked_orders set seen_at = now() - interval '${days} days 1 minute'`);
  await age(29);
  await hear(store, ref, [{ trackingNumber, orderNumber: "SO-2002" }]);
  const [{ count }] = await run(
    "select count(*)::integer from tracked_orders where seen_at > now() - interval '1 hour'",
  );
  assert.equal(count, 1);
  await age(30);
  assert.equal(await tracked.orderOf(bot.id, trackingNumber), null);
  await store.forgetExpired();
  assert.deepEqual(await run("select from tracked_orders"), []);
});

test("of many thousands the newest of each bot are kept", async (t) => {
  const { store, run } = await openTestStore(t);
  await run(`
    insert into tracked_orders (bot_id, tracking, order_lookup, key_id, sealed, seen_at)
    select 'bot_1', 'n' || n, '', 'k', '', now() - n * interval '1 second'
    from generate_series(1, 200004) as n`);
  await store.forgetExpired();
  const rows = await run(
    "select count(*)::integer, max(tracking) filter (where tracking in ('n200000', 'n200001')) as last from tracked_orders",
  );
  assert.deepEqual(rows, [{ count: 200_000, last: "n200000" }]);
});

test("what a shop pushed or answered of a customer's parcels is deleted with the customer; others' stays", async (t) => {
  const { store, run } = await openTestStore(t);
  const { trackedOrders: tracked } = store;
  const theirs = await openConversation(store, { conversationId: "theirs" });
  const others = await openConversation(store, { conversationId: "others" });
  await tracked.recordPushed(bot.id, [
    { trackingNumber: "PUSHED-1", orderNumber: "SO-1" },
    { trackingNumber: "PUSHED-2", orderNumber: "SO-2" },
    { trackingNumber: "PUSHED-2", orderNumber: "SO-2" },
  ]);
  await hear(store, theirs, [{ trackingNumber: "HEARD-1", orderNumber: "SO-3" }], {
    accounts: [account],
    numbers: ["SO-1"],
  });
  await hear(store, others, [
    { trackingNumber: "HEARD-1", orderNumber: "SO-3" },
    { trackingNumber: "HEARD-2", orderNumber: "SO-4" },
  ]);
  assert.equal(await tracked.orderOf(bot.id, "PUSHED-1"), "SO-1");
  assert.equal(await store.forgetCustomer(account), 1);
  const left = async (number: string) => tracked.orderOf(bot.id, number);
  assert.deepEqual(await Promise.all(["PUSHED-1", "HEARD-1"].map(left)), [null, null]);
  assert.deepEqual(await Promise.all(["PUSHED-2", "HEARD-2"].map(left)), ["SO-2", "SO-4"]);
  assert.equal(await store.bots.delete(bot.id), true);
  assert.deepEqual(await run("select from tracked_orders"), []);
});

test("turns that tell of the same parcels at once all settle, whatever their order", async (t) => {
  const { store } = await openTestStore(t);
  const parcels = Array.from({ length: 10 }, (_, n) => {
    return { trackingNumber: `RACE-${n}`, orderNumber: `SO-${n}` };
  });
  const refs = await Promise.all(
    Array.from({ length: 12 }, (_, n) => openConversation(store, { conversationId: `c${n}` })),
  );
  await Promise.all(refs.map((ref, n) => hear(store, ref, n % 2 ? parcels : parcels.toReversed())));
  assert.equal(await store.trackedOrders.orderOf(bot.id, "RACE-7"), "SO-7");
});
