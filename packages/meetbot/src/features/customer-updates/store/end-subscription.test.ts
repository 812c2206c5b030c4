import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { NewsState } from "@meetbot/model/push/news-state.ts";
import {
  bot,
  openConversation,
  openTestStore,
  textEvent,
  turnSaying,
} from "../../../store/store.fixture.ts";

const orders = ["PA7K2Q9XW4TP", "MBA2DSKP5W56"];
const news: NewsState = {
  offered: orders.map((subject) => {
    const proof = { shownBy: subject, expires: null, known: [] };
    return { scope: "order", subject, ...proof };
  }),
  on: orders,
  stopped: [],
};

/** Opens a conversation that follows two orders, and stores that in its dialog state. */
async function openFollowing(t: TestContext) {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store, { first: textEvent("first") });
  for (const subject of orders) {
    const lease = (await store.mailbox.take(ref))!;
    const turn = turnSaying("Yes");
    const state = { ...turn.state, dialog: { ...turn.state.dialog, news } };
    const own = { scope: "order", subject, source: "choice", wording: 1, known: [] } as const;
    const subscription = { kind: "begin", subscription: own } as const;
    await store.mailbox.commitTurn(lease, { ...turn, state, subscription });
    await store.mailbox.enqueue(ref, textEvent(`after ${subject}`));
  }
  const { rows } = await store.pushLog.subscriptions(bot.id, {}, { limit: 9, below: null });
  const idOf = (subject: string) => rows.find((row) => row.subject === subject)?.id ?? "";
  return { store, run, ref, idOf };
}

test("what an operator ends the conversation remembers no longer, and not even a turn in hand does", async (t) => {
  const { store, ref, idOf } = await openFollowing(t);
  const [ended = "", other = ""] = orders;
  const inHand = (await store.mailbox.take(ref))!;
  assert.equal(await store.pushLog.endSubscription(bot.id, idOf(ended)), true);
  const late = await store.mailbox.commitTurn(inHand, turnSaying("You are kept posted"));
  assert.equal(late.outcome, "lost");
  const { state } = (await store.mailbox.take(ref))!;
  const known = { offered: [news.offered[1]], on: [other], stopped: [], ended: [ended] };
  assert.deepEqual(state?.dialog.news, known);
});

test("what has ended by itself makes room for others", async (t) => {
  const { store, run, ref, idOf } = await openFollowing(t);
  const [ended = "", other = ""] = orders;
  const past = "update subscriptions set ends_at = now() - interval '1 hour'";
  await run(`${past} where subscription_id = $1`, [idOf(ended)]);
  await store.forgetExpired();
  const { state } = (await store.mailbox.take(ref))!;
  assert.deepEqual(state?.dialog.news?.on, [other]);
  assert.deepEqual(state?.dialog.news?.ended, []);
  const { rows } = await store.pushLog.subscriptions(
    ...([bot.id, { state: "ended" }, { limit: 9, below: null }] as const),
  );
  assert.deepEqual(
    rows.map(({ subject, endedBy }) => [subject, endedBy]),
    [[ended, "delivered"]],
  );
});
