import assert from "node:assert/strict";
import { test } from "node:test";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import { newSecret } from "@meetbot/protocol";
import pino from "pino";
import { eventually } from "../../../test/fixtures/eventually.ts";
import type { AskedFor } from "../../merchant/resilience/bulkhead.ts";
import { agent, startMerchant } from "../../merchant/scripted-merchant.fixture.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import { bot, openTestStore } from "../../store/store.fixture.ts";
import { createAskBypassingBreaker, createAskForBot } from "./ask-for-bot.ts";
import { createBotCache } from "./bot-cache.ts";
import { createUsageRecorder } from "./usage-recorder.ts";
import { createWatchedCircuits } from "./watched-circuits.ts";

const log = pino({ level: "silent" });
const question = { method: "orders", orderNumber: "12345678902" } as const;
const refusal = '{"success":false,"error":{"code":11001,"message":"Order not found"}}';

/** A node with one bot, whose merchant answers with the status that is set. */
async function openNode(t: Parameters<typeof openTestStore>[0]) {
  const { store, run } = await openTestStore(t);
  const script = { status: 200, body: refusal };
  const merchant = await startMerchant(t, (_, response) => {
    response.writeHead(script.status).end(script.body);
  });
  const askedBot = { ...bot, id: "bot_asked", endpoint: merchant.endpoint.url };
  const signingSecret = newSecret();
  await store.bots.create(askedBot, { signingSecret, identitySecret: newSecret() });
  const askers = createBotCache(store);
  const { health } = store;
  const circuits = createWatchedCircuits(health, log);
  const recordUsage = createUsageRecorder(store.usage, log);
  const askForBot = createAskForBot({
    askers,
    agentOf: () => agent,
    circuits,
    health,
    recordUsage,
    log,
  });
  const askFor = async (
    askedFor?: AskedFor,
    anew = false,
    locale?: string,
    asked: Question = question,
  ) => {
    const asker = await askers.find(askedBot.id);
    return askForBot(asker!, asked, new AbortController().signal, {
      ...(askedFor && { askedFor }),
      ...{ anew, locale },
    });
  };
  let customers = 0;
  /** Another customer each time, who has a number of their own. */
  const ask = async () => {
    const orderNumber = `1234567${++customers}`;
    const askedFor = { conversationId: `c_${customers}`, network: null };
    const asked = await askFor(askedFor, false, undefined, { method: "orders", orderNumber });
    return asked.delivery?.outcome;
  };
  return {
    store,
    run,
    script,
    ask,
    askFor,
    askers,
    askedBot,
    recordUsage,
    signingSecret,
    received: merchant.received,
  };
}

test("a webhook that says it is gone is asked nothing more, until its endpoint is set again", async (t) => {
  const { script, ask, store, askers, askedBot, received } = await openNode(t);
  script.status = 410;
  assert.equal(await ask(), "gone");
  await eventually(5_000, async () => assert.equal(await ask(), "endpoint_stopped"));
  script.status = 200;
  const asked = received.length;
  assert.equal(await ask(), "endpoint_stopped");
  assert.equal(received.length, asked);
  await store.bots.change(askedBot.id, { endpoint: askedBot.endpoint });
  await askers.findFresh(askedBot.id);
  assert.equal(await ask(), "order_not_found");
});

test("five failures are noted for all nodes, and so is the next answer", async (t) => {
  const { script, ask, store, askers, askedBot, recordUsage } = await openNode(t);
  script.status = 500;
  for (let i = 0; i < 5; i += 1) await ask();
  assert.equal(await ask(), "breaker_open");
  const failing = async () => (await store.health.find(askedBot.id)).failingSince;
  await eventually(5_000, async () => assert.ok(await failing()));
  script.status = 200;
  await askers.findFresh(askedBot.id);
  // Another node, whose breaker is closed, has an answer.
  const circuits = createWatchedCircuits(store.health, log);
  const { health } = store;
  const other = createAskForBot({
    askers,
    agentOf: () => agent,
    circuits,
    health,
    recordUsage,
    log,
  });
  const asker = await askers.find(askedBot.id);
  await other(asker!, question, new AbortController().signal);
  assert.equal(await failing(), null);
});

test("the secret that a webhook took is seen in use, and one that it refused is not", async (t) => {
  const { script, ask, store, askedBot, signingSecret } = await openNode(t);
  script.status = 401;
  assert.equal(await ask(), "signature_refused");
  assert.deepEqual(await store.usage.of(askedBot.id), []);
  script.status = 200;
  await ask();
  await eventually(5_000, async () => {
    const [seen] = await store.usage.of(askedBot.id);
    assert.deepEqual([seen?.kind, seen?.name], ["signature", fingerprintOf(signingSecret)]);
  });
});

test("an operator asks beside the breaker, and a webhook that is stopped too", async (t) => {
  const node = await openNode(t);
  const { script, ask, store, askers, askedBot, recordUsage, received } = node;
  const circuits = createWatchedCircuits(store.health, log);
  const parts = { askers, agentOf: () => agent, circuits, health: store.health, recordUsage, log };
  const askBypassingBreaker = async () => {
    const asker = await askers.findFresh(askedBot.id);
    const asked = await createAskBypassingBreaker(parts)(
      asker!,
      question,
      new AbortController().signal,
    );
    return asked.delivery.outcome;
  };
  script.status = 500;
  for (let i = 0; i < 5; i += 1) await ask();
  assert.equal(await ask(), "breaker_open");
  assert.equal(await askBypassingBreaker(), "http_status");
  script.status = 410;
  assert.equal(await askBypassingBreaker(), "gone");
  await eventually(5_000, async () => assert.equal(await ask(), "endpoint_stopped"));
  script.status = 200;
  const asked = received.length;
  assert.equal(await askBypassingBreaker(), "order_not_found");
  assert.equal(received.length, asked + 1);
});

test("a conversation that asks again at once is told the same, and another one asks for itself", async (t) => {
  const { askFor, script, received, store, askers, askedBot } = await openNode(t);
  const mine = { conversationId: "c_mine", network: "203.0.113.0/24" };
  const first = await askFor(mine);
  script.status = 500;
  assert.deepEqual(await askFor({ ...mine }), { answer: first.answer, delivery: null });
  assert.equal(received.length, 1);
  assert.equal((await askFor({ ...mine, conversationId: "c_other" })).answer.kind, "unavailable");
  await store.bots.rotateSecret(askedBot.id, {
    kind: "signing",
    secret: newSecret(),
    overlapS: 60,
    force: false,
  });
  await store.bots.promoteSecret(askedBot.id, { tested: null });
  await askers.findFresh(askedBot.id);
  assert.equal((await askFor(mine)).answer.kind, "unavailable");
});

test("that a shop does not answer is told for three seconds, and then it is asked again", async (t) => {
  const { askFor, script } = await openNode(t);
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() });
  const mine = { conversationId: "c_mine", network: null };
  script.status = 500;
  assert.equal((await askFor(mine)).delivery?.outcome, "http_status");
  script.status = 200;
  assert.equal((await askFor(mine)).delivery?.outcome, "http_status");
  t.mock.timers.tick(3_001);
  assert.equal((await askFor(mine)).delivery?.outcome, "order_not_found");
});

test("who wants it anew has the shop asked, also a moment later", async (t) => {
  const { askFor, received } = await openNode(t);
  const mine = { conversationId: "c_mine", network: null };
  await askFor(mine);
  assert.equal((await askFor(mine, true)).delivery?.outcome, "order_not_found");
  assert.equal((await askFor(mine)).delivery, null);
  assert.equal(received.length, 2);
});

test("an answer that breaks a rule is something to tell people of, and a shop's no is not", async (t) => {
  const { script, ask, run } = await openNode(t);
  const told = async () =>
    (await run("select type, facts from desk_events")).map(({ type }) => type);
  assert.equal(await ask(), "order_not_found");
  assert.deepEqual(await told(), []);
  script.body = "<html>";
  assert.equal(await ask(), "invalid_json");
  assert.deepEqual(await told(), ["webhook.rules_broken"]);
});

test("who reads the answer is told to a webhook that declared it, and to no other", async (t) => {
  const { askFor, askers, askedBot, received, store, signingSecret, script } = await openNode(t);
  const contexts = () => received.map(({ body }) => JSON.parse(body.toString()).context);
  const pass = (url: string, context: "locale"[]) => {
    const declares = { accounts: [], context, fields: [] };
    const test = { at: 0, echoed: true, verifies: "fully" as const, steps: [], declares };
    const secretFingerprint = fingerprintOf(signingSecret);
    return store.bots.recordTest(askedBot.id, { url, secretFingerprint, test });
  };
  await askFor(undefined, true, "zh");
  assert.deepEqual(contexts(), [undefined]);

  await pass("https://elsewhere.example/webhook", ["locale"]);
  await pass(askedBot.endpoint, ["locale"]);
  await askers.findFresh(askedBot.id);
  const mine = { conversationId: "c_mine", network: null };
  await askFor(mine, false, "zh");
  await askFor(mine, false, "de");
  await askFor(mine, false, "zh");
  await askFor();
  const timeZone = askedBot.timeZone;
  const told = ["zh", "de", askedBot.locale].map((locale) => ({ locale, time_zone: timeZone }));
  assert.deepEqual(contexts().slice(1), told);

  // It is another webhook's.
  await store.bots.change(askedBot.id, { endpoint: `${askedBot.endpoint}?new` });
  await askers.findFresh(askedBot.id);
  await askFor(undefined, true, "zh");
  assert.deepEqual(contexts().slice(4), [undefined]);
  await store.bots.change(askedBot.id, { endpoint: askedBot.endpoint });
  await pass(askedBot.endpoint, []);
  await askers.findFresh(askedBot.id);
  script.status = 200;
  await askFor(undefined, true, "zh");
  assert.deepEqual(contexts().slice(5), [undefined]);
});
