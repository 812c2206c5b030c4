import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openConversation, textEvent, turnSaying } from "../store.fixture.ts";
import { openTwoSides } from "./move.fixture.ts";
import { moveBot } from "./move-bot.ts";

test("a bot is whole on the other side, under its keys, and gone from here", async (t) => {
  const { here, there, connectSides } = await openTwoSides(t);
  const ref = await openConversation(here.store);
  const lease = await here.store.mailbox.take(ref);
  await here.store.mailbox.commitTurn(lease!, turnSaying("Hello!"));
  await here.store.mailbox.enqueue(ref, textEvent("second"));
  const before = await here.store.mailbox.messagesAfter(ref, 0, 10);
  const secrets = await here.store.bots.secretsOf(bot.id);

  const moved = await moveBot({ ...(await connectSides()), botId: bot.id, url: null });
  assert.equal(moved.outcome, "moved");

  assert.deepEqual(await there.store.bots.find(bot.id), bot);
  assert.deepEqual(await there.store.bots.secretsOf(bot.id), secrets);
  assert.deepEqual(await there.store.mailbox.messagesAfter(ref, 0, 10), before);
  assert.equal((await there.store.mailbox.take(ref))?.event.dedupeKey, "second");
  assert.equal(await here.store.bots.find(bot.id), null);
  const again = await moveBot({ ...(await connectSides()), botId: bot.id, url: null });
  assert.equal(again.outcome, "moved_before");
});

test("a customer of a moved bot is found by their email, and forgotten with others' bots", async (t) => {
  const { here, there, connectSides } = await openTwoSides(t);
  const ref = await openConversation(here.store);
  const lease = await here.store.mailbox.take(ref);
  const account = "yilia@meetbot.biz";
  await here.store.mailbox.commitTurn(lease!, { ...turnSaying("Hello!"), accounts: [account] });
  const stopToken = await here.store.ways.stopTokenOf(ref);
  // Somebody knocked for it before it was there.
  await there.store.ways.stopTokenOf(ref);
  await moveBot({ ...(await connectSides()), botId: bot.id, url: null });

  const page = { limit: 10, below: null };
  const found = await there.store.conversationLog.list(bot.id, { account }, page);
  assert.deepEqual(
    found.rows.map(({ id }) => id),
    [ref.conversationId],
  );
  assert.deepEqual(await there.store.ways.readStopToken(bot.id, stopToken), ref);
  assert.equal(await there.store.forgetCustomer(account), 1);
});
