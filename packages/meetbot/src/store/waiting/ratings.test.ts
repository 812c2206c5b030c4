import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openConversation, openTestStore, textEvent } from "../store.fixture.ts";
import type { Store } from "../store.ts";
import { answerAs, callPerson, close, takeTurnWith } from "./waiting.fixture.ts";

const later = `
  with aged as (update conversations set active_at = active_at - $1::interval)
  update inbox_conversations set closed_at = closed_at - $1::interval`;

async function spokenWith(store: Store, conversationId: string, accounts: string[] = []) {
  const ref = await openConversation(store, { conversationId });
  await takeTurnWith(store, ref, { accounts });
  await callPerson(store, ref);
  await answerAs(store, ref, "Done");
  await close(store, ref);
  return ref;
}

test("nobody is asked unless the bot's operator wants it, and nobody before ten minutes are over", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await spokenWith(store, "c");
  await run(later, ["11 minutes"]);
  assert.deepEqual(await store.waiting.dueRatings(10), []);
  await store.bots.change(bot.id, { askRating: "person" });
  assert.deepEqual(await store.waiting.dueRatings(10), [{ ...ref, holder: "person" }]);
  await run(later, ["-2 minutes"]);
  assert.deepEqual(await store.waiting.dueRatings(10), []);
  await run(later, ["1 day"]);
  assert.deepEqual(await store.waiting.dueRatings(10), []);
});

test("who writes again after the end is not disturbed; nor is whom no person answered", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.bots.change(bot.id, { askRating: "person" });
  const ref = await spokenWith(store, "c");
  const waiting = await openConversation(store, { conversationId: "unanswered" });
  await takeTurnWith(store, waiting, {});
  await callPerson(store, waiting);
  await close(store, waiting);
  await run("update inbox_conversations set closed_at = now() - interval '12 minutes'");
  await store.mailbox.enqueue(ref, textEvent("again"));
  await run("update conversations set active_at = now() - interval '11 minutes'");
  assert.deepEqual(await store.waiting.dueRatings(10), []);
});

test("whom the bot alone answered is asked only where the operator wants that too", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, { question: "answered" });
  const other = await openConversation(store, { conversationId: "not answered" });
  await takeTurnWith(store, other, {});
  await run("update conversations set active_at = now() - interval '11 minutes'");
  await store.bots.change(bot.id, { askRating: "person" });
  assert.deepEqual(await store.waiting.dueRatings(10), []);
  await store.bots.change(bot.id, { askRating: "all" });
  assert.deepEqual(await store.waiting.dueRatings(10), [{ ...ref, holder: "bot" }]);
});

test("an account is asked once in 30 days, in whichever conversation, and then it is forgotten", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.bots.change(bot.id, { askRating: "person" });
  const first = await spokenWith(store, "first", ["yilia@meetbot.biz"]);
  const second = await spokenWith(store, "second", ["Yilia@meetbot.biz"]);
  await run(later, ["11 minutes"]);
  assert.equal((await store.waiting.dueRatings(10)).length, 2);
  assert.equal(await store.waiting.claimRating(first), true);
  assert.equal(await store.waiting.claimRating(second), false);
  assert.deepEqual(await store.waiting.dueRatings(10), []);
  await run("update rated_accounts set asked_at = now() - interval '31 days'");
  assert.equal(await store.waiting.claimRating(second), true);

  await run("update rated_accounts set asked_at = now() - interval '31 days'");
  await store.forgetExpired();
  assert.deepEqual(await run("select from rated_accounts"), []);
  await store.waiting.claimRating(first);
  await store.forgetCustomer("yilia@meetbot.biz");
  assert.deepEqual(await run("select from rated_accounts"), []);
});

test("a rating counts once, for who had answered; its words are sealed, and the count outlives both", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await takeTurnWith(store, ref, { rating: { kind: "asked", holder: "person" } });
  for (const value of [4, 1] as const) {
    await store.mailbox.enqueue(ref, textEvent(`rate ${value}`));
    await takeTurnWith(store, ref, { rating: { kind: "rated", value, holder: "person" } });
  }
  await store.mailbox.enqueue(ref, textEvent("words"));
  await takeTurnWith(store, ref, { rating: { kind: "words", words: "Ada was very kind" } });
  const [row] = await run("select holder, value, sealed from ratings");
  const { sealed, ...rest } = row as { sealed: Buffer; holder: string; value: number };
  assert.deepEqual(rest, { holder: "person", value: 4 });
  assert.doesNotMatch(sealed.toString("latin1"), /kind/);

  await run("update conversations set active_at = now() - interval '30 days'");
  await store.forgetExpired();
  assert.deepEqual(await run("select from ratings"), []);
  const day = 24 * 60 * 60 * 1000;
  const bounds = [new Date(Date.now() - day), new Date(Date.now() + day)];
  assert.deepEqual(await store.waiting.ratings(bot.id, bounds), [
    { part: 0, holder: "person", value: 4, count: 1 },
  ]);
});
