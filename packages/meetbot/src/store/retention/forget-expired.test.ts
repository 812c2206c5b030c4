import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "pg";
import {
  bot,
  delivery,
  openConversation,
  openTestStore,
  textEvent,
  turnSaying,
} from "../store.fixture.ts";

const setAge = `
  update conversations
  set created_at = now() - interval '30 days', active_at = now() - $2::interval
  where conversation_id = $1`;

test("conversations idle for a week are deleted with all that belongs to them", async (t) => {
  const { store, run } = await openTestStore(t);
  const old = await openConversation(store, { conversationId: "old" });
  const turn = { ...turnSaying("Hello"), deliveries: [delivery], personAsked: true };
  await store.mailbox.commitTurn((await store.mailbox.take(old))!, turn);
  const recent = await openConversation(store, { conversationId: "recent" });
  for (const ref of [old, recent]) {
    const sent = { dedupeKey: "a picture", channel: "telegram", attachments: ["file"] };
    await store.pictureFetches.note(ref, sent);
    await store.pictures.keep(ref, {
      ...{ id: "p_1", dedupeKey: "first", place: 0, type: "image/png", width: 1, height: 1 },
      ...{ bytes: 1, receivedBytes: 1, isScanned: false, body: Buffer.from("a cup") },
    });
  }
  await run(setAge, ["old", "7 days"]);
  await run(setAge, ["recent", "6 days 23 hours"]);

  assert.equal(await store.forgetExpired(), 1);

  assert.equal(await store.mailbox.enqueue(old, textEvent("late")), "unknown_conversation");
  assert.equal(await store.mailbox.enqueue(recent, textEvent("late")), "stored");
  for (const table of ["conversations", "messages", "deliveries", "person_requests"]) {
    assert.deepEqual(await run(`select 1 from ${table} where conversation_id = 'old'`), []);
  }
  for (const table of ["pictures", "picture_fetches"]) {
    assert.deepEqual(await run(`select conversation_id from ${table}`), [
      { conversation_id: "recent" },
    ]);
  }
  assert.equal(await store.forgetExpired(), 0);
});

test("a conversation in which nothing was written goes after an hour", async (t) => {
  const { store, run } = await openTestStore(t);
  const start = (account: string | null) => ({
    dedupeKey: "start",
    content: { kind: "start" as const, locale: null, account },
  });
  const hold = async (conversationId: string, account: string | null = null) => {
    const ref = await openConversation(store, { conversationId, first: start(account) });
    const accounts = account === null ? [] : [account];
    const turn = { ...turnSaying("Hello"), accounts };
    await store.mailbox.commitTurn((await store.mailbox.take(ref))!, turn);
    return ref;
  };
  await hold("empty");
  await hold("new");
  await hold("vouched for", "olive@shop.example");
  await store.mailbox.enqueue(await hold("written in"), textEvent("second"));
  await openConversation(store, { conversationId: "text first" });
  await run("update conversations set active_at = now() - interval '61 minutes'");
  await run(
    "update conversations set active_at = now() - interval '59 minutes' where conversation_id = 'new'",
  );
  await hold("of a day before, when no node ran");
  await run(
    "update conversations set active_at = now() - interval '25 hours' where conversation_id like '%ran'",
  );

  assert.equal(await store.forgetExpired(), 1);
  const left = await run("select conversation_id as id from conversations order by 1");
  assert.deepEqual(
    left.map(({ id }) => id),
    ["new", "of a day before, when no node ran", "text first", "vouched for", "written in"],
  );
});

test("each bot keeps conversations, deliveries and failed messages for its own time", async (t) => {
  const { store, run } = await openTestStore(t);
  const other = { ...bot, id: "bot_2", keepConversationsDays: 90, keepFailedMessagesDays: 1 };
  await store.bots.create(other, { signingSecret: "whsec_1", identitySecret: "whsec_2" });
  await store.bots.change(bot.id, { keepConversationsDays: 3, keepDeliveriesDays: 2 });
  for (const botId of [bot.id, other.id]) {
    for (const days of [1, 2, 3, 30]) {
      const ref = await openConversation(store, { botId, conversationId: `${days}d` });
      const turn = {
        ...turnSaying("It failed", "It was sent"),
        deliveries: [{ ...delivery, id: `d${days}` }],
      };
      await store.mailbox.commitTurn((await store.mailbox.take(ref))!, turn);
    }
  }
  await run(`
    update conversations
    set active_at = now() - replace(conversation_id, 'd', '')::integer * interval '1 day'`);
  await run(`update deliveries set started_at = active_at from conversations
    where conversations.conversation_id = deliveries.conversation_id`);
  await run(`
    insert into outbound_failures (bot_id, conversation_id, seq, failed_at)
    select bot_id, conversation_id, 2, active_at from conversations`);

  assert.equal(await store.forgetExpired(), 2);

  const left = async (what: string) =>
    (
      await run(`select bot_id || ' ' || string_agg(distinct conversation_id, ' ') as kept
      from ${what} group by bot_id order by bot_id`)
    ).map((row) => (row as { kept: string }).kept);
  assert.deepEqual(await left("conversations"), ["bot_1 1d 2d", "bot_2 1d 2d 30d 3d"]);
  assert.deepEqual(await left("deliveries"), ["bot_1 1d", "bot_2 1d 2d 30d 3d"]);
  assert.deepEqual(await left("messages where seq = 2"), ["bot_1 1d 2d"]);
  // What was sent stays beside what failed, and so does what the customer wrote.
  assert.deepEqual(await left("messages where seq in (1, 3)"), [
    "bot_1 1d 2d",
    "bot_2 1d 2d 30d 3d",
  ]);

  await store.bots.change(other.id, { keepConversationsDays: 2 });
  assert.equal(await store.forgetExpired(), 3);
});

test("more than one batch of conversations is deleted", async (t) => {
  const { store, run } = await openTestStore(t);
  await openConversation(store);
  await run(`
    insert into conversations (bot_id, conversation_id, channel, token_hash, key_id, sealed_key,
      last_seq, last_inbound_seq, due_at, created_at, active_at)
    select bot_id, n, channel, n::text::bytea, key_id, sealed_key, 1, 1, now(),
      now() - interval '8 days', now() - interval '8 days'
    from conversations, generate_series(1, 1200) as n`);
  assert.equal(await store.forgetExpired(), 1200);
  assert.deepEqual(await run("select count(*)::integer from conversations"), [{ count: 1 }]);
});

test("attempts whose window has ended are deleted in batches, living ones are not", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.limits.note(bot.id, [
    { limit: "numbers", subject: "guest", item: "1", max: 1, windowS: 60 },
  ]);
  await run(`
    insert into attempts (bot_id, scope, item, expires_at)
    select bot_id, scope, n::text::bytea, now() - n * interval '1 ms'
    from attempts, generate_series(1, 1200) as n`);
  assert.equal(await store.forgetExpired(), 0);
  const left = await run("select length(item) as bytes from attempts");
  assert.deepEqual(left, [{ bytes: 32 }]);
});

test("a customer who returns at this moment is not waited for, and keeps the conversation", async (t) => {
  const { store, url, run } = await openTestStore(t);
  for (const conversationId of ["returning", "old"]) {
    await openConversation(store, { conversationId });
    await run(setAge, [conversationId, "8 days"]);
  }
  const returning = new Client({ connectionString: url });
  await returning.connect();
  try {
    // The timeout finally releases all that wait for this transaction, and the test fails.
    await returning.query("set idle_in_transaction_session_timeout = '30s'");
    returning.on("error", () => {});
    await returning.query("begin");
    await returning.query(
      "update conversations set active_at = now() where conversation_id = 'returning'",
    );
    assert.equal(await store.forgetExpired(), 1);
    await returning.query("commit");
  } finally {
    await returning.end();
  }
  const left = await run("select conversation_id from conversations");
  assert.deepEqual(left, [{ conversation_id: "returning" }]);
});

test("what somebody works with at this moment is not waited for, and goes the next time", async (t) => {
  const { store, url, run } = await openTestStore(t);
  await store.bots.change(bot.id, { keepDeliveriesDays: 1, keepFailedMessagesDays: 1 });
  for (const conversationId of ["used", "idle"]) {
    const ref = await openConversation(store, { conversationId });
    const turn = { ...turnSaying("Hello"), deliveries: [{ ...delivery, id: conversationId }] };
    await store.mailbox.commitTurn((await store.mailbox.take(ref))!, turn);
  }
  await run(`
    insert into outbound_failures (bot_id, conversation_id, seq, failed_at)
    select bot_id, conversation_id, seq, now() - interval '1 day' from messages
    where direction = 'out'`);
  const working = new Client({ connectionString: url });
  await working.connect();
  const left = async () => ({
    deliveries: await run("select delivery_id as id from deliveries"),
    failed: await run("select conversation_id as id from messages where direction = 'out'"),
  });
  try {
    // The timeout finally releases all that wait for this transaction, and the test fails.
    await working.query("set idle_in_transaction_session_timeout = '30s'");
    working.on("error", () => {});
    await working.query("begin");
    // As a replay and an outbox do.
    await working.query("select from deliveries where delivery_id = 'used' for key share");
    await working.query("select from messages where conversation_id = 'used' for update");
    await store.forgetExpired();
    assert.deepEqual(await left(), { deliveries: [{ id: "used" }], failed: [{ id: "used" }] });
    await working.query("commit");
  } finally {
    await working.end();
  }
  await store.forgetExpired();
  assert.deepEqual(await left(), { deliveries: [], failed: [] });
});

test("nodes that forget at the same time do not stand in each other's way", async (t) => {
  const { store, run, openAgain } = await openTestStore(t);
  const other = await openAgain();
  await openConversation(store);
  await run(`
    insert into conversations (bot_id, conversation_id, channel, token_hash, key_id, sealed_key,
      last_seq, last_inbound_seq, due_at, created_at, active_at)
    select bot_id, n, channel, n::text::bytea, key_id, sealed_key, 1, 1, now(),
      now() - interval '8 days', now() - interval '8 days'
    from conversations, generate_series(1, 1200) as n`);
  const forgotten = await Promise.all([store.forgetExpired(), other.forgetExpired()]);
  assert.equal(forgotten[0] + forgotten[1], 1200);
});

test("an attempt that somebody counts at this moment is left to them", async (t) => {
  const { store, url, run } = await openTestStore(t);
  const attempt = { limit: "numbers", subject: "guest", item: "1", max: 1, windowS: 60 };
  await store.limits.count(bot.id, [attempt]);
  await run("update attempts set expires_at = now()");
  const counting = new Client({ connectionString: url });
  await counting.connect();
  try {
    // The timeout finally releases all that wait for this transaction, and the test fails.
    await counting.query("set idle_in_transaction_session_timeout = '30s'");
    counting.on("error", () => {});
    await counting.query("begin");
    await counting.query("update attempts set expires_at = now() + interval '1 hour'");
    await store.forgetExpired();
    await counting.query("commit");
  } finally {
    await counting.end();
  }
  const left = await run("select expires_at > now() as living from attempts");
  assert.deepEqual(left, [{ living: true }]);
});
