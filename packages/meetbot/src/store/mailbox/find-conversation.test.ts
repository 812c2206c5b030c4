import assert from "node:assert/strict";
import { test } from "node:test";
import { newToken } from "../../secrets/token.ts";
import { bot, openConversation, openTestStore, textEvent } from "../store.fixture.ts";

const setIdle = "update conversations set active_at = now() - $1::interval";

/** The customer who began the conversation sees all of it. */
const whole = { shownFrom: 0, returnedSeq: 0, lastSeq: 1 };

test("a token opens its conversation, with its bot only", async (t) => {
  const { store } = await openTestStore(t);
  await store.bots.create(
    { ...bot, id: "bot_2" },
    { signingSecret: "whsec_2", identitySecret: "identity_2" },
  );
  const token = newToken();
  const ref = await openConversation(store, { token });

  assert.deepEqual(await store.mailbox.find(bot.id, token), { ...ref, ...whole });
  assert.equal(await store.mailbox.find("bot_2", token), null);
  assert.equal(await store.mailbox.find(bot.id, newToken()), null);
});

test("odd tokens and bots open nothing", async (t) => {
  const { store } = await openTestStore(t);
  const token = newToken();
  await openConversation(store, { token });
  for (const odd of ["", " ", `${token} `, token.toUpperCase(), "\0", "\ud800", "x".repeat(1e6)]) {
    assert.equal(await store.mailbox.find(bot.id, odd), null);
  }
  assert.equal(await store.mailbox.find("\0", token), null);
});

test("a token ends after a day without a message", async (t) => {
  const { store, run } = await openTestStore(t);
  const token = newToken();
  const ref = await openConversation(store, { token });

  await run(setIdle, ["23 hours 59 minutes"]);
  assert.deepEqual(await store.mailbox.find(bot.id, token), { ...ref, ...whole });
  await run(setIdle, ["24 hours"]);
  assert.equal(await store.mailbox.find(bot.id, token), null);
});

test("a message keeps the token alive", async (t) => {
  const { store, run } = await openTestStore(t);
  const token = newToken();
  const ref = await openConversation(store, { token });
  await run(setIdle, ["24 hours"]);
  await store.mailbox.enqueue(ref, textEvent("second"));
  assert.deepEqual(await store.mailbox.find(bot.id, token), { ...ref, ...whole, lastSeq: 2 });
});
