import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { newsLimits } from "@meetbot/model/push/news-state.ts";
import type { NewSubscription, SubscriptionChange } from "@meetbot/model/push/subscription.ts";
import { bot, openConversation, openTestStore, textEvent, turnSaying } from "../store.fixture.ts";

const number = "PA7K2Q9XW4TP";

const agreed: NewSubscription = {
  ...{ scope: "order", subject: number, source: "choice", wording: 1 },
  known: [
    { of: "order", number, status: "shipped", kind: "way", rank: 4 },
    { of: "package", number: `${number}-1`, status: "returning", kind: "back", rank: 5 },
  ],
};

const begin = (more: Partial<NewSubscription> = {}): SubscriptionChange => {
  return { kind: "begin", subscription: { ...agreed, ...more } };
};

const stop: SubscriptionChange = { kind: "end", by: "stop_word" };

/** Opens conversations in a database, whose turns change who gets updates. */
async function openNews(t: TestContext) {
  const { store, run } = await openTestStore(t);
  let turns = 0;
  async function change(ref: ConversationRef, ...changes: SubscriptionChange[]): Promise<void> {
    for (const subscription of changes) {
      turns += 1;
      await store.mailbox.enqueue(ref, textEvent(`turn ${turns}`));
      const lease = await store.mailbox.take(ref);
      const settled = await store.mailbox.commitTurn(lease!, {
        ...turnSaying("said"),
        subscription,
      });
      assert.equal(settled.outcome, "settled");
    }
  }
  async function open(conversationId = "c_one"): Promise<ConversationRef> {
    const ref = await openConversation(store, { conversationId });
    await store.mailbox.commitTurn((await store.mailbox.take(ref))!, turnSaying("Hello"));
    return ref;
  }
  const living = () =>
    run(
      `select conversation_id, scope, source, wording, locale from subscriptions
       where ended_at is null order by created_at, scope`,
    );
  /** A push in some state for each living conversation. */
  async function waits(state: string): Promise<void> {
    const id = `'p_${state}'`;
    await run(`
      insert into pushes (bot_id, push_id, method, body_hash, key_id, sealed, occurred_at, news_until)
      values ('${bot.id}', ${id}, 'order.changed', '', '', '', now(), now())`);
    await run(`
      insert into notifications (bot_id, push_id, conversation_id, subscription_id, state, fence, expires_at)
      select distinct on (conversation_id) bot_id, ${id}, conversation_id, subscription_id, '${state}', 7,
        now() + interval '1 day'
      from subscriptions where ended_at is null order by conversation_id, created_at`);
  }
  const told = ({ conversationId }: ConversationRef) =>
    run(`
      select state, because, due_at is null as "isThrough", fence from notifications
      where conversation_id = '${conversationId}' order by push_id`);
  return { run, open, change, living, waits, told };
}

const skipped = { state: "skipped", because: "unsubscribed", isThrough: true, fence: "8" };

test("consent is a row: of what, how, by which wording and since when, and readable by nobody", async (t) => {
  const { open, change, run, living } = await openNews(t);
  const ref = await open();
  await change(ref, begin());
  const told = { scope: "order", source: "choice", wording: 1, locale: "en" };
  assert.deepEqual(await living(), [{ conversation_id: ref.conversationId, ...told }]);
  const [row] = await run("select * from subscriptions");
  assert.match(String(row.subscription_id), /^s_[0-9a-f]{32}$/);
  assert.ok(!JSON.stringify(row).includes(number));
  assert.ok(!row.sealed.includes(number) && !row.lookup.includes(number));
});

test("what was on the screen is known since before the consent; what is known stays", async (t) => {
  const { open, change, run } = await openNews(t);
  const ref = await open();
  await change(ref, begin());
  const known = () =>
    run(`
      select status, kind, rank, leg, push_id, occurred_at < now() - interval '14 minutes' as "isBefore"
      from parcel_progress order by rank`);
  const before = await known();
  assert.deepEqual(before, [
    { status: "shipped", kind: "way", rank: 4, leg: 0, push_id: null, isBefore: true },
    { status: "returning", kind: "back", rank: 5, leg: 1, push_id: null, isBefore: true },
  ]);
  const older = { of: "order", number, status: "placed", kind: "way", rank: 0 } as const;
  await change(ref, begin({ known: [older] }));
  assert.deepEqual(await known(), before);
});

test("the same is agreed to once, however its number is written; an account is something else", async (t) => {
  const { open, change, living } = await openNews(t);
  const ref = await open();
  await change(ref, begin(), begin(), begin({ subject: number.toLowerCase() }));
  assert.equal((await living()).length, 1);
  await change(ref, begin({ scope: "account", source: "signed_in" }));
  assert.equal((await living()).length, 2);
});

test("a stop ends all of its conversation and what waits to be told, at once, and no other's", async (t) => {
  const { open, change, living, waits, told, run } = await openNews(t);
  const stops = await open("c_stops");
  const stays = await open("c_stays");
  await change(stops, begin(), begin({ subject: "MBA2DSKP5W56" }));
  await change(stays, begin());
  for (const state of ["accepted", "held", "queued", "sent"]) await waits(state);

  await change(stops, stop);

  const left = await living();
  assert.deepEqual(
    left.map((row) => row.conversation_id),
    ["c_stays"],
  );
  const ends = "select ended_by, count(*)::integer from subscriptions group by 1 order by 1";
  assert.deepEqual(await run(ends), [
    { ended_by: "stop_word", count: 2 },
    { ended_by: null, count: 1 },
  ]);
  const sent = { state: "sent", because: null, isThrough: false, fence: "7" };
  assert.deepEqual(await told(stops), [skipped, skipped, skipped, sent]);
  const others = await told(stays);
  assert.deepEqual(
    others.map(({ state }) => state),
    ["accepted", "held", "queued", "sent"],
  );
});

test("one order can be ended alone, with what waits of it", async (t) => {
  const { open, change, living, waits, told } = await openNews(t);
  const ref = await open();
  await change(ref, begin());
  await waits("accepted");
  await change(ref, begin({ subject: "MBA2DSKP5W56" }));
  await change(ref, { kind: "end_one", subject: "MBA2DSKP5W56", by: "operator" });
  assert.deepEqual(
    (await told(ref)).map(({ state }) => state),
    ["accepted"],
  );
  await change(ref, { kind: "end_one", subject: number, by: "choice" });
  assert.deepEqual(await told(ref), [skipped]);
  assert.deepEqual(await living(), []);
});

test("what was stopped last begins again as it was agreed to, and nothing that ended before", async (t) => {
  const { open, change, living, run } = await openNews(t);
  const ref = await open();
  await change(ref, begin({ subject: "LONGAGO00001" }), stop);
  await change(ref, begin({ source: "shop", wording: 4 }), stop);
  await change(ref, { kind: "resume" }, { kind: "resume" });
  const told = { scope: "order", source: "shop", wording: 4, locale: "en" };
  assert.deepEqual(await living(), [{ conversation_id: ref.conversationId, ...told }]);
  assert.deepEqual(await run("select count(*)::integer from subscriptions"), [{ count: 3 }]);
});

test(`a conversation has ${newsLimits.subscriptions} at most, whatever its turns say`, async (t) => {
  const { open, change, living } = await openNews(t);
  const ref = await open();
  const many = Array.from({ length: newsLimits.subscriptions + 1 }, (_, nth) =>
    begin({ subject: `ORDER${nth}0000`, known: [] }),
  );
  await change(ref, ...many);
  assert.equal((await living()).length, newsLimits.subscriptions);
});

test("forgetting a conversation forgets what was agreed to in it", async (t) => {
  const { open, change, run, waits } = await openNews(t);
  await change(await open(), begin());
  await waits("held");
  await run("delete from conversations");
  for (const table of ["subscriptions", "parcel_progress", "notifications"]) {
    assert.deepEqual(await run(`select * from ${table}`), [], table);
  }
});
