import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openConversation, openTestStore, textEvent, turnSaying } from "../store.fixture.ts";

test("an event is stored once, however often it arrives", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  assert.equal(await store.mailbox.enqueue(ref, textEvent("second")), "stored");
  const before = await run("select * from conversations");

  assert.equal(await store.mailbox.enqueue(ref, textEvent("second", "other words")), "duplicate");

  assert.deepEqual(await run("select * from conversations"), before);
  assert.equal((await store.mailbox.messagesAfter(ref, 0, 10)).length, 2);
});

test("of fifty copies that arrive at once one is stored, and takes one number", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await openConversation(store);
  const copies = Array.from({ length: 50 }, () => store.mailbox.enqueue(ref, textEvent("same")));

  const admissions = await Promise.all(copies);

  assert.equal(admissions.filter((admission) => admission === "stored").length, 1);
  assert.equal(admissions.filter((admission) => admission === "duplicate").length, 49);
  await store.mailbox.enqueue(ref, textEvent("next"));
  const messages = await store.mailbox.messagesAfter(ref, 0, 10);
  assert.deepEqual(
    messages.map(({ seq }) => seq),
    [1, 2, 3],
  );
});

test("the same key in another conversation is another event", async (t) => {
  const { store } = await openTestStore(t);
  const one = await openConversation(store, { conversationId: "one" });
  const other = await openConversation(store, { conversationId: "other" });
  assert.equal(await store.mailbox.enqueue(one, textEvent("key")), "stored");
  assert.equal(await store.mailbox.enqueue(other, textEvent("key")), "stored");
});

test("an event for a conversation that is not there, or no longer, is not stored", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  const unknown = { botId: bot.id, conversationId: "unknown" };
  assert.equal(await store.mailbox.enqueue(unknown, textEvent("key")), "unknown_conversation");

  await run("delete from conversations");
  assert.equal(await store.mailbox.enqueue(ref, textEvent("key")), "unknown_conversation");
});

test("customer's and bot's messages share one numbering, read in order and by parts", async (t) => {
  const { store } = await openTestStore(t);
  const ref = await openConversation(store);
  await store.mailbox.enqueue(ref, textEvent("second"));
  const lease = await store.mailbox.take(ref);
  await store.mailbox.commitTurn(lease!, turnSaying("Hello", "How can I help?"));
  await store.mailbox.enqueue(ref, textEvent("third"));

  const said = (await store.mailbox.messagesAfter(ref, 0, 10)).map((message) =>
    message.from === "customer"
      ? [message.seq, message.event.dedupeKey]
      : [message.seq, message.reply.kind === "text" && message.reply.text],
  );
  assert.deepEqual(said, [
    [1, "first"],
    [2, "second"],
    [3, "Hello"],
    [4, "How can I help?"],
    [5, "third"],
  ]);
  const part = await store.mailbox.messagesAfter(ref, 2, 2);
  assert.deepEqual(
    part.map(({ seq }) => seq),
    [3, 4],
  );
});

test("a conversation takes 20,000 messages, and any number where its customer cannot begin another", async (t) => {
  const { store, run } = await openTestStore(t);
  const ref = await openConversation(store);
  await run("update conversations set last_seq = 19999");
  assert.equal(await store.mailbox.enqueue(ref, textEvent("last")), "stored");
  assert.equal(await store.mailbox.enqueue(ref, textEvent("late")), "unknown_conversation");
  assert.equal(
    (await store.mailbox.enqueueAndTake(ref, textEvent("late"))).admission,
    "unknown_conversation",
  );
  assert.equal(await store.mailbox.enqueue(ref, textEvent("last")), "duplicate");
  await run(`insert into outboxes (bot_id, conversation_id, channel, address)
    select bot_id, conversation_id, 'pigeon-post', '' from conversations`);
  assert.equal(await store.mailbox.enqueue(ref, textEvent("late")), "stored");
});
