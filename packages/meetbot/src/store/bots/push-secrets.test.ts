import assert from "node:assert/strict";
import { test } from "node:test";
import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import type { NewSecret } from "@meetbot/model/bot/bot-secret.ts";
import { newSecret, signRequest, verifyRequest } from "@meetbot/protocol";
import { bot as oldBot, openTestStore } from "../store.fixture.ts";

const push = (secret: string, more: Partial<NewSecret> = {}): NewSecret => ({
  kind: "push",
  secret,
  overlapS: 3600,
  force: false,
  ...more,
});
const endPrevious = "update bot_secrets set expires_at = now() where stage = 'previous'";
const shop = { name: "Shop", endpoint: "https://shop.example/webhook" };

test("a bot from before pushes has no push secret, until the first rotation makes it", async (t) => {
  const { store } = await openTestStore(t);
  const { bots } = store;
  assert.deepEqual(await bots.pushSecrets(oldBot.id), []);
  const revoking = { kind: "push", stage: "current", replacement: "unused" } as const;
  assert.deepEqual(await bots.revokeSecret(oldBot.id, revoking), { outcome: "none" });

  const first = await bots.rotateSecret(oldBot.id, push("a"));
  assert.deepEqual(first, { outcome: "rotated", replaced: [], previousUntil: null });
  assert.deepEqual(await bots.pushSecrets(oldBot.id), ["a"]);
  const [made] = await bots.auditOf(oldBot.id, 1);
  assert.deepEqual([made?.action, made?.detail.kind], ["secret_rotated", "push"]);
  assert(!("overlap_s" in (made?.detail ?? {})), "it replaces none");
  const listed = (await bots.listSecrets(oldBot.id)).map(({ kind, stage }) => `${kind} ${stage}`);
  assert.deepEqual(listed, ["signing current", "identity current", "push current"]);
  assert.deepEqual(await bots.pushSecrets("bot_none"), []);
});

test("of first rotations at once each secret that was shown is accepted", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const other = (await openAgain()).bots;
  const made = await Promise.all([
    store.bots.rotateSecret(oldBot.id, push("a")),
    other.rotateSecret(oldBot.id, push("b")),
  ]);
  assert.deepEqual(
    made.map((one) => one?.outcome),
    ["rotated", "rotated"],
  );
  assert.deepEqual((await store.bots.pushSecrets(oldBot.id)).sort(), ["a", "b"]);
});

test("a push secret is valid at once, the one before until its end, and a revoked one no more", async (t) => {
  const { store, run } = await openTestStore(t);
  const { bots } = store;
  const { bot, secrets } = newBot(shop);
  await bots.create(bot, secrets);
  assert.deepEqual(await bots.pushSecrets(bot.id), [secrets.pushSecret]);

  const rotation = await bots.rotateSecret(bot.id, push("b"));
  assert(rotation?.outcome === "rotated" && rotation.previousUntil);
  assert.deepEqual(await bots.pushSecrets(bot.id), ["b", secrets.pushSecret]);
  assert.equal((await bots.rotateSecret(bot.id, push("c")))?.outcome, "previous_valid");
  await run(endPrevious);
  assert.deepEqual(await bots.pushSecrets(bot.id), ["b"]);

  await bots.rotateSecret(bot.id, push("c"));
  const order = { kind: "push", replacement: "d" } as const;
  await bots.revokeSecret(bot.id, { ...order, stage: "previous" });
  assert.deepEqual(await bots.pushSecrets(bot.id), ["c"]);
  await bots.rotateSecret(bot.id, push("e"));
  const revoked = await bots.revokeSecret(bot.id, { ...order, stage: "current" });
  assert(revoked?.outcome === "revoked" && revoked.current === "replacement");
  assert.deepEqual(await bots.pushSecrets(bot.id), ["d"]);
  const kept = await bots.secretsOf(bot.id);
  const { signingSecret, identitySecret } = secrets;
  assert.deepEqual(kept, { signingSecrets: [signingSecret], identitySecrets: [identitySecret] });
});

test("what Meetbot signs itself is no push, with whichever of its secrets, nor is another bot's", async (t) => {
  const { store } = await openTestStore(t);
  const { bots } = store;
  const [mine, theirs] = [newBot(shop), newBot(shop)];
  for (const { bot, secrets } of [mine, theirs]) await bots.create(bot, secrets);
  const { id } = mine.bot;
  await bots.rotateSecret(id, { ...push(newSecret()), kind: "signing" });
  await bots.rotateSecret(id, { ...push(newSecret()), kind: "identity" });
  await bots.rotateSecret(id, push(newSecret()));

  const body = '{"request":{"category":"ecommerce","method":"test","id":"push_1"}}';
  const nowS = 1_793_500_000;
  const isPush = async (botId: string, secret: string) => {
    const headers = signRequest({ body, secret, id: "push_1", timestampS: nowS });
    const secrets = await bots.pushSecrets(botId);
    const all = { body, headers: { ...headers }, secrets, nowS };
    const hub = { ...all, headers: { "x-hub-signature": headers["x-hub-signature"] } };
    return verifyRequest(all).valid || verifyRequest({ ...hub, allowLegacy: true }).valid;
  };

  const own = await bots.pushSecrets(id);
  assert.equal(own.length, 2);
  for (const secret of own) assert.equal(await isPush(id, secret), true);
  const { signingSecrets = [], identitySecrets = [] } = (await bots.secretsOf(id)) ?? {};
  const others = [...signingSecrets, ...identitySecrets, theirs.secrets.pushSecret];
  assert.equal(others.length, 5);
  for (const secret of others) assert.equal(await isPush(id, secret), false);
  for (const secret of [...others, ...own, ""])
    assert.equal(await isPush(oldBot.id, secret), false);
});
