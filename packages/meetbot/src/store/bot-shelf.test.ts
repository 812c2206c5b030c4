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

test("a new identity secret is the current one, and the old one is valid until its end", async (t) => {
  const { store, run } = await openTestStore(t);
  const { bots } = store;
  await bots.create(second, secrets);
  const identitySecrets = async () => (await bots.secretsOf("bot_2"))?.identitySecrets;

  const rotation = await bots.rotateIdentitySecret("bot_2", "identity_3", 3600);

  const [stored] = await run(`
    select previous.expires_at as until, current.created_at + interval '1 hour' as promised
    from bot_secrets as previous join bot_secrets as current using (bot_id, kind)
    where previous.stage = 'previous' and current.stage = 'current'`);
  const { until, promised } = stored as { until: Date; promised: Date };
  assert.deepEqual(rotation, { previousUntil: promised, endedEarly: false });
  assert.deepEqual(until, promised);
  assert.deepEqual(await identitySecrets(), ["identity_3", "identity_2"]);
  assert.deepEqual((await bots.secretsOf("bot_2"))?.signingSecrets, ["whsec_2"]);
  assert.equal(await bots.revokePreviousIdentitySecret(bot.id), false);
  assert.deepEqual((await bots.secretsOf(bot.id))?.identitySecrets, ["identity"]);

  await run("update bot_secrets set expires_at = now() where stage = 'previous'");
  assert.deepEqual(await identitySecrets(), ["identity_3"]);
  await store.forgetExpired();
  assert.equal((await run("select from bot_secrets where bot_id = 'bot_2'")).length, 2);
  assert.deepEqual(await identitySecrets(), ["identity_3"]);
});

test("only a secret that is still valid is ended early or revoked", async (t) => {
  const { store, run } = await openTestStore(t);
  const { bots } = store;
  assert.equal(await bots.revokePreviousIdentitySecret(bot.id), false);
  await bots.rotateIdentitySecret(bot.id, "b", 3600);
  await run("update bot_secrets set expires_at = now() where stage = 'previous'");
  assert.equal(await bots.revokePreviousIdentitySecret(bot.id), false);
  const early = [];
  for (const secret of ["c", "d"]) {
    early.push((await bots.rotateIdentitySecret(bot.id, secret, 3600))?.endedEarly);
  }
  assert.deepEqual(early, [false, true]);
  assert.equal(await bots.revokePreviousIdentitySecret(bot.id), true);
  assert.deepEqual((await bots.secretsOf(bot.id))?.identitySecrets, ["d"]);
  assert.equal(await bots.rotateIdentitySecret("bot_none", "e", 3600), null);
  assert.equal(await bots.revokePreviousIdentitySecret("bot_none"), false);
});

test("of rotations at once each replaces the one before, and all but the first say so", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const nodes = [store, await openAgain()];
  const rotations = await Promise.all(
    ["1", "2", "3", "4", "5", "6"].map((secret, n) =>
      nodes[n % 2]!.bots.rotateIdentitySecret(bot.id, secret, 3600),
    ),
  );
  assert.equal(rotations.filter((rotation) => rotation?.endedEarly).length, 5);
  const valid = (await store.bots.secretsOf(bot.id))?.identitySecrets ?? [];
  assert.equal(new Set(valid).size, 2);
  assert(!valid.includes("identity"));
});
