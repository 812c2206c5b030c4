import assert from "node:assert/strict";
import { test } from "node:test";
import type { EndpointTest } from "@meetbot/model/shop/endpoint-test.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import { SealError } from "../../secrets/seal.ts";
import { bot, openTestStore, refusedTest } from "../store.fixture.ts";

const current = { url: bot.endpoint, secretFingerprint: fingerprintOf("whsec_signing") };
const next = { url: bot.endpoint, secretFingerprint: fingerprintOf("b") };
const green: EndpointTest = { at: 5, echoed: true, verifies: "fully", steps: [] };
const order = { kind: "signing", secret: "b", overlapS: 3600, force: false } as const;

test("the last test with each secret is kept whole, its time by the database's clock", async (t) => {
  const { store, run } = await openTestStore(t);
  const { bots } = store;
  assert.deepEqual(await bots.testsOf(bot.id), []);
  await bots.rotateSecret(bot.id, order);
  await bots.recordTest(bot.id, { ...current, test: refusedTest });
  await bots.recordTest(bot.id, { ...current, test: green });
  await bots.recordTest(bot.id, { ...next, test: refusedTest });

  const tests = await bots.testsOf(bot.id);

  const at = new Map(
    (await run("select secret_fingerprint, tested_at from endpoint_tests")).map((row) => [
      row.secret_fingerprint,
      row.tested_at.getTime(),
    ]),
  );
  assert.deepEqual(tests, [
    { ...next, test: { ...refusedTest, at: at.get(next.secretFingerprint) } },
    { ...current, test: { ...green, at: at.get(current.secretFingerprint) } },
  ]);
});

test("a secret counts as tested while the endpoint that answered is the bot's", async (t) => {
  const { store } = await openTestStore(t);
  const { bots } = store;
  const tested = async () =>
    (await bots.listSecrets(bot.id)).map(({ kind, testedAt }) => [kind, testedAt !== null]);
  await bots.recordTest(bot.id, { ...current, test: refusedTest });
  assert.deepEqual(await tested(), [
    ["signing", false],
    ["identity", false],
  ]);
  await bots.recordTest(bot.id, { ...current, test: green });
  assert.deepEqual((await tested())[0], ["signing", true]);
  await bots.change(bot.id, { endpoint: "https://other.example/" });
  assert.deepEqual((await tested())[0], ["signing", false]);
});

test("tests with a secret that ended count no more, and go with the next test", async (t) => {
  const { store, run } = await openTestStore(t);
  const { bots } = store;
  await bots.recordTest(bot.id, { ...current, test: green });
  await bots.revokeSecret(bot.id, { kind: "signing", stage: "current", replacement: "b" });
  assert.deepEqual(await bots.testsOf(bot.id), []);
  await bots.recordTest(bot.id, { ...next, test: green });
  assert.equal((await run("select from endpoint_tests")).length, 1);
  await bots.recordTest("bot_none", { ...next, test: green });
  assert.deepEqual(await bots.testsOf("bot_none"), []);
});

test("a test moved to another secret does not open", async (t) => {
  const { store, run } = await openTestStore(t);
  await store.bots.recordTest(bot.id, { ...current, test: green });
  await store.bots.rotateSecret(bot.id, order);
  await run(`update endpoint_tests set secret_fingerprint = '${next.secretFingerprint}'`);
  await assert.rejects(store.bots.testsOf(bot.id), SealError);
});
