import assert from "node:assert/strict";
import { test } from "node:test";
import type { NewSecret, SecretStage } from "@meetbot/model/bot/bot-secret.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import { bot, openTestStore } from "../store.fixture.ts";
import type { Bots } from "./bots.ts";

const first = "whsec_signing"; // of the fixture's bot
const hourS = 3600;

const signing = (secret: string, more: Partial<NewSecret> = {}): NewSecret => ({
  kind: "signing",
  secret,
  overlapS: hourS,
  force: false,
  ...more,
});
const identity = (secret: string, more: Partial<NewSecret> = {}) =>
  signing(secret, { kind: "identity", ...more });
const revoking = (stage: SecretStage, replacement = "unused") =>
  ({ kind: "signing", stage, replacement }) as const;
const untested = { tested: null };

const signs = async (bots: Bots) => (await bots.secretsOf(bot.id))?.signingSecrets;
const vouches = async (bots: Bots) => (await bots.secretsOf(bot.id))?.identitySecrets;
const stages = async (bots: Bots) =>
  (await bots.listSecrets(bot.id))
    .filter(({ kind }) => kind === "signing")
    .map(({ stage, fingerprint }) => `${stage} ${fingerprint}`);

const endPrevious = "update bot_secrets set expires_at = now() where stage = 'previous'";

test("a signing secret is next, then current, then previous until its end", async (t) => {
  const { store, run } = await openTestStore(t);
  const { bots } = store;

  const rotation = await bots.rotateSecret(bot.id, signing("b"));

  assert.deepEqual(rotation, { outcome: "rotated", replaced: [], previousUntil: null });
  assert.deepEqual(await signs(bots), [first, "b"]);
  assert.equal(await bots.signingSecretAt(bot.id, "next"), "b");

  const promotion = await bots.promoteSecret(bot.id, untested);

  assert.deepEqual(await signs(bots), ["b", first]);
  assert.deepEqual(await stages(bots), [
    `current ${fingerprintOf("b")}`,
    `previous ${fingerprintOf(first)}`,
  ]);
  const [row] = await run("select expires_at, now() from bot_secrets where stage = 'previous'");
  assert(promotion?.outcome === "promoted" && promotion.fingerprint === fingerprintOf("b"));
  assert.deepEqual(row.expires_at, promotion.previousUntil);
  const leftS = (row.expires_at.getTime() - row.now.getTime()) / 1000;
  assert(leftS > hourS - 60 && leftS <= hourS, `${leftS}`);

  await run(endPrevious);
  assert.deepEqual(await signs(bots), ["b"]);
  await store.forgetExpired();
  assert.equal((await run("select from bot_secrets where kind = 'signing'")).length, 1);
});

test("the identity secret takes its place at once, and the one before lives on", async (t) => {
  const { store, run } = await openTestStore(t);
  const { bots } = store;
  const rotation = await bots.rotateSecret(bot.id, identity("b"));
  const [row] = await run("select expires_at from bot_secrets where stage = 'previous'");
  assert.deepEqual(rotation, { outcome: "rotated", replaced: [], previousUntil: row.expires_at });
  assert.deepEqual(await vouches(bots), ["b", "identity"]);
  assert.deepEqual(await signs(bots), [first]);
  await run(endPrevious);
  assert.deepEqual(await vouches(bots), ["b"]);
});

test("a rotation is refused while the last one is not over, and changes nothing", async (t) => {
  const { store, run } = await openTestStore(t);
  const { bots } = store;
  await bots.rotateSecret(bot.id, signing("b"));
  await bots.rotateSecret(bot.id, identity("i"));
  assert.equal((await bots.rotateSecret(bot.id, signing("c")))?.outcome, "next_waits");
  assert.deepEqual(await signs(bots), [first, "b"]);

  await bots.promoteSecret(bot.id, untested);
  for (const order of [signing("c"), identity("j")]) {
    const refused = await bots.rotateSecret(bot.id, order);
    assert(refused?.outcome === "previous_valid");
    const [{ now }] = await run("select now()");
    assert(refused.until > now);
  }
  assert.deepEqual(await signs(bots), ["b", first]);
  assert.deepEqual(await vouches(bots), ["i", "identity"]);

  await run(endPrevious);
  for (const order of [signing("c"), identity("j")]) {
    assert.equal((await bots.rotateSecret(bot.id, order))?.outcome, "rotated");
  }
});

test("forced, a rotation ends what stood in its way and says which", async (t) => {
  const { store } = await openTestStore(t);
  const { bots } = store;
  const force = { force: true };
  await bots.rotateSecret(bot.id, signing("b"));
  const replacing = await bots.rotateSecret(bot.id, signing("c", force));
  assert(replacing?.outcome === "rotated");
  assert.deepEqual(replacing.replaced, [fingerprintOf("b")]);
  assert.deepEqual(await signs(bots), [first, "c"]);

  await bots.promoteSecret(bot.id, untested);
  const ending = await bots.rotateSecret(bot.id, signing("d", force));
  assert(ending?.outcome === "rotated");
  assert.deepEqual(ending.replaced, [fingerprintOf(first)]);
  assert.deepEqual(await signs(bots), ["c", "d"]);

  await bots.rotateSecret(bot.id, identity("i"));
  await bots.rotateSecret(bot.id, identity("j", force));
  assert.deepEqual(await vouches(bots), ["j", "i"]);
});

test("without an overlap the secret before ends with the promotion", async (t) => {
  const { store } = await openTestStore(t);
  const { bots } = store;
  await bots.rotateSecret(bot.id, signing("b", { overlapS: 0 }));
  await bots.promoteSecret(bot.id, untested);
  assert.deepEqual(await signs(bots), ["b"]);
  await bots.rotateSecret(bot.id, signing("c"));
  await bots.promoteSecret(bot.id, { tested: null, overlapS: 0 });
  assert.deepEqual(await signs(bots), ["c"]);
});

test("only what was tested is promoted", async (t) => {
  const { store } = await openTestStore(t);
  const { bots } = store;
  assert.deepEqual(await bots.promoteSecret(bot.id, untested), { outcome: "no_next" });
  await bots.rotateSecret(bot.id, signing("b"));
  const tested = { url: bot.endpoint, secretFingerprint: fingerprintOf("b") };
  const others = [
    { ...tested, secretFingerprint: fingerprintOf(first) },
    { ...tested, url: "https://other.example/" },
  ];
  for (const other of others) {
    assert.deepEqual(await bots.promoteSecret(bot.id, { tested: other }), { outcome: "changed" });
  }
  assert.deepEqual(await signs(bots), [first, "b"]);
  assert.equal((await bots.promoteSecret(bot.id, { tested }))?.outcome, "promoted");
});

test("a revoked secret ends at once, and no bot is left without one", async (t) => {
  const { store } = await openTestStore(t);
  const { bots } = store;
  for (const stage of ["previous", "next"] as const) {
    assert.deepEqual(await bots.revokeSecret(bot.id, revoking(stage)), { outcome: "none" });
  }
  await bots.rotateSecret(bot.id, signing("b"));
  const ended = (...secrets: string[]) => secrets.map(fingerprintOf);
  assert.deepEqual(await bots.revokeSecret(bot.id, revoking("next")), {
    outcome: "revoked",
    ended: ended("b"),
    current: "unchanged",
  });
  assert.deepEqual(await signs(bots), [first]);

  await bots.rotateSecret(bot.id, signing("c"));
  await bots.promoteSecret(bot.id, untested);
  await bots.rotateSecret(bot.id, signing("d", { force: true }));
  assert.deepEqual(await bots.revokeSecret(bot.id, revoking("current")), {
    outcome: "revoked",
    ended: ended("c"),
    current: "next",
  });
  assert.deepEqual(await signs(bots), ["d"]);

  await bots.rotateSecret(bot.id, signing("e"));
  await bots.promoteSecret(bot.id, untested);
  assert.deepEqual(await bots.revokeSecret(bot.id, revoking("current", "f")), {
    outcome: "revoked",
    ended: ended("e", "d"),
    current: "replacement",
  });
  assert.deepEqual(await signs(bots), ["f"]);
  assert.deepEqual(await vouches(bots), ["identity"]);
});

test("what has ended by the database's clock cannot be revoked any more", async (t) => {
  const { store, run } = await openTestStore(t);
  const { bots } = store;
  await bots.rotateSecret(bot.id, identity("b"));
  await run(endPrevious);
  const order = { ...revoking("previous"), kind: "identity" } as const;
  assert.deepEqual(await bots.revokeSecret(bot.id, order), { outcome: "none" });
});

test("of rotations at once one is made, on whatever node, and of promotions too", async (t) => {
  const { store, openAgain } = await openTestStore(t);
  const shelves = [store.bots, (await openAgain()).bots];
  const sixTimes = <Result>(change: (bots: Bots, n: number) => Promise<Result>) =>
    Promise.all(Array.from({ length: 6 }, (_, n) => change(shelves[n % 2]!, n)));
  const count = (outcomes: ({ outcome: string } | null)[], outcome: string) =>
    outcomes.filter((one) => one?.outcome === outcome).length;

  const rotations = await sixTimes((bots, n) => bots.rotateSecret(bot.id, signing(`${n}`)));
  assert.deepEqual([count(rotations, "rotated"), count(rotations, "next_waits")], [1, 5]);
  const promotions = await sixTimes((bots) => bots.promoteSecret(bot.id, untested));
  assert.deepEqual([count(promotions, "promoted"), count(promotions, "no_next")], [1, 5]);
  const forced = await sixTimes((bots, n) =>
    bots.rotateSecret(bot.id, identity(`${n}`, { force: true })),
  );
  assert.equal(count(forced, "rotated"), 6);

  assert.equal((await signs(store.bots))?.length, 2);
  const living = await vouches(store.bots);
  assert.equal(living?.length, 2);
  assert(!living.includes("identity"));
});

test("a bot that does not exist has no secrets, and none are made", async (t) => {
  const { store, run } = await openTestStore(t);
  const { bots } = store;
  for (const id of ["bot_none", "\0"]) {
    assert.equal(await bots.rotateSecret(id, signing("b")), null);
    assert.equal(await bots.promoteSecret(id, untested), null);
    assert.equal(await bots.revokeSecret(id, revoking("current")), null);
    assert.deepEqual(await bots.listSecrets(id), []);
    assert.equal(await bots.signingSecretAt(id, "current"), null);
  }
  assert.equal((await run("select from bot_secrets")).length, 2);
});
