import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, delivery, openConversation, openTestStore, turnSaying } from "../store.fixture.ts";

const page = { kind: "page", name: "https://shop.example" } as const;

test("what was seen of a bot is kept once, with when it was seen last", async (t) => {
  const { store, run } = await openTestStore(t);
  const { usage } = store;
  await usage.note(bot.id, page);
  await run("update sightings set seen_at = '2026-01-01Z'");
  await usage.note(bot.id, { kind: "identity", name: "" });
  const [identity, seen, ...more] = await usage.of(bot.id);
  assert.deepEqual([identity?.kind, more], ["identity", []]);
  assert.deepEqual(seen, { ...page, seenAt: new Date("2026-01-01Z") });

  await usage.note(bot.id, page);
  const again = await usage.of(bot.id);
  assert.deepEqual([again.length, again[0]?.kind], [2, "page"]);
  assert((again[0]?.seenAt.getTime() ?? 0) > Date.parse("2026-01-01Z"));
});

test("nothing is noted for a bot that is gone, and usage goes with its bot", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.usage.note("bot_none", page);
  await store.usage.note(bot.id, page);
  await store.bots.delete(bot.id);
  assert.deepEqual(await run("select * from sightings"), []);
});

test("the first answer of a shop outlives its conversation", async (t) => {
  const { store, run } = await openTestStore(t);
  const { usage, mailbox } = store;
  const ref = await openConversation(store);
  assert.equal(await usage.firstAnswerAt("bot_none"), null);
  const commitTurn = async (deliveries: (typeof delivery)[]) => {
    const lease = await mailbox.take(ref);
    assert(lease);
    await mailbox.commitTurn(lease, { ...turnSaying("Hello"), deliveries });
  };
  await commitTurn([{ ...delivery, outcome: "timeout" }]);
  assert.equal(await usage.firstAnswerAt(bot.id), null);

  await mailbox.enqueue(ref, { dedupeKey: "2", content: { kind: "text", text: "again" } });
  await commitTurn([{ ...delivery, id: "order_list_2", outcome: "order_not_found" }]);
  const first = new Date(delivery.startedAt);
  assert.deepEqual(await usage.firstAnswerAt(bot.id), first);

  await run("update conversations set created_at = '2026-01-01Z', active_at = '2026-01-01Z'");
  assert.equal(await store.forgetExpired(), 1);
  assert.deepEqual(await run("select * from deliveries"), []);
  assert.deepEqual(await usage.firstAnswerAt(bot.id), first);
});
