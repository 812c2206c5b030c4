import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { parseKeyRing } from "../src/secrets/key-ring.ts";
import { mailbox } from "../src/store/bridges/bridges.fixture.ts";
import { bot, openConversation, openTestStore, textEvent } from "../src/store/store.fixture.ts";
import { callPerson, takeTurnWith } from "../src/store/waiting/waiting.fixture.ts";
import { eventually } from "./fixtures/eventually.ts";
import { createMachine } from "./fixtures/machine.ts";
import { startMailServer } from "./fixtures/mail-server.ts";

// `kill -9` of a node that tells a desk of conversations, and two nodes that do it at once.

const conversations = Array.from({ length: 16 }, (_, n) => `conversation_${n}`);

test("a desk hears of every conversation from the node after the killed one, in order, and of none from both of two", {
  timeout: 300_000,
}, async (t) => {
  const masterKey = randomBytes(32).toString("base64");
  const { store, run, url } = await openTestStore(t, { keyRing: parseKeyRing(masterKey) });
  const mails = await startMailServer(t);
  const env = {
    MEETBOT_DATABASE_URL: url,
    MEETBOT_MASTER_KEY: masterKey,
    MEETBOT_SMTP_URL: mails.url,
    MEETBOT_MAIL_FROM: "bot@meetbot.example",
  };
  const machine = createMachine(t);
  const start = () => machine.start(["serve", "--port", "0"], env);
  await store.bridges.settings.set(bot.id, mailbox);
  for (const conversationId of conversations) {
    const ref = await openConversation(store, { conversationId });
    await takeTurnWith(store, ref, {});
    await callPerson(store, ref);
  }
  const first = await start();
  // Some were taken by the mail server, and the node dies before it can write down all of them.
  await eventually(30_000, async () => assert(mails.mails.length >= 3));
  await first.kill();
  await run("update bridge_conversations set leased_until = null");
  const [second, third] = await Promise.all([start(), start()]);
  const idOf = (source: string) => /^Message-ID: (\S+)/im.exec(source)?.[1];
  const ids = () => mails.mails.map(({ source }) => idOf(source));
  await eventually(60_000, async () => assert.equal(new Set(ids()).size, conversations.length));
  const before = mails.mails.length;
  // From now on nobody is killed: each word is told once.
  for (const conversationId of conversations) {
    const ref = { botId: bot.id, conversationId };
    await store.mailbox.enqueue(ref, textEvent("more", "Is anybody there?"));
  }
  await eventually(60_000, async () => {
    await run("update bridge_conversations set rests_until = null where due_at is not null");
    const behind = await run(
      "select from conversations as it join bridge_conversations as own using (bot_id, conversation_id) where told_seq < last_seq",
    );
    assert.equal(behind.length, 0);
  });
  await Promise.all([second.stop(), third.stop()]);
  const later = mails.mails.slice(before).map(({ source }) => source);
  const told = later.filter((source) => source.includes("Is anybody there?"));
  assert.equal(told.length, conversations.length);
  t.diagnostic(`${mails.mails.length} mails of ${conversations.length} conversations`);
});
