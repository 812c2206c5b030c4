import assert from "node:assert/strict";
import { test } from "node:test";
import { bot, openTestStore } from "./store.fixture.ts";

const secrets = { signingSecret: "whsec_2", identitySecret: "identity_2" };
const kept = { signingSecrets: ["whsec_2"], identitySecrets: ["identity_2"] };
const second = { ...bot, id: "bot_2", contact: "call 555", origins: [], demo: true };

test("bots are found as they were created, in that order", async (t) => {
  const { store } = await openTestStore(t);
  await store.bots.create(second, secrets);
  assert.deepEqual(await store.bots.list(), [bot, second]);
  assert.deepEqual(await store.bots.find("bot_2"), second);
  assert.equal(await store.bots.find("bot_3"), null);
  assert.equal(await store.bots.find("\0"), null);
  assert.equal(await store.bots.secretsOf("\0"), null);
});

test("a change touches what it names, and that bot only", async (t) => {
  const { store } = await openTestStore(t);
  await store.bots.create(second, secrets);
  const changed = { ...second, pageId: "9", origins: ["https://a.example"], contact: null };

  const { pageId, origins, contact } = changed;
  assert.deepEqual(await store.bots.change("bot_2", { pageId, origins, contact }), changed);

  assert.deepEqual(await store.bots.list(), [bot, changed]);
  assert.deepEqual(await store.bots.change("bot_2", {}), changed);
  assert.equal(await store.bots.change("bot_3", { name: "x" }), null);
});

test("a bot's secrets are its own", async (t) => {
  const { store } = await openTestStore(t);
  await store.bots.create(second, secrets);
  assert.deepEqual(await store.bots.secretsOf("bot_2"), kept);
  assert.equal(await store.bots.secretsOf("bot_3"), null);
});

test("a bot whose id is taken is not created, and the first one's secrets stay", async (t) => {
  const { store } = await openTestStore(t);
  await assert.rejects(store.bots.create({ ...second, id: bot.id }, secrets));
  assert.deepEqual(await store.bots.list(), [bot]);
  assert.notDeepEqual(await store.bots.secretsOf(bot.id), kept);
});
