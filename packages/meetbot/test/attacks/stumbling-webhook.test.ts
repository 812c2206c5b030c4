import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import pino from "pino";
import type { AskedFor } from "../../src/merchant/resilience/bulkhead.ts";
import { agent, startMerchant } from "../../src/merchant/scripted-merchant.fixture.ts";
import { createAskForBot } from "../../src/operations/endpoint/ask-for-bot.ts";
import { createBotCache } from "../../src/operations/endpoint/bot-cache.ts";
import { createUsageRecorder } from "../../src/operations/endpoint/usage-recorder.ts";
import { createWatchedCircuits } from "../../src/operations/endpoint/watched-circuits.ts";
import { bot, openTestStore } from "../../src/store/store.fixture.ts";
import { eventually } from "../fixtures/eventually.ts";

// A shop's own webhook that fails on some numbers. A customer who finds one must not silence the shop for the others.

const refusal = '{"success":false,"error":{"code":11001,"message":"Order not found"}}';
const stumbles: Record<string, { status: number; body: string }> = {
  "an error": { status: 500, body: "" },
  "what breaks the rules": { status: 200, body: '{"success":true,"object":"orders"}' },
  gone: { status: 410, body: "" },
};

/** A node whose shop answers every number but those that begin with BAD; while it is `isDown`, none at all. */
async function openNode(t: TestContext, stumble: { status: number; body: string }) {
  const { store } = await openTestStore(t);
  const script = { isDown: false };
  const shop = await startMerchant(t, (_, response) => {
    const query = JSON.parse(shop.received.at(-1)!.body);
    const isBad = script.isDown || query.params.order_number?.startsWith("BAD");
    const echo = { success: true, object: "test", test_token: query.params.test_token };
    const well = query.request.method === "test" ? JSON.stringify(echo) : refusal;
    response.writeHead(isBad ? stumble.status : 200).end(isBad ? stumble.body : well);
  });
  await store.bots.change(bot.id, { endpoint: shop.endpoint.url });
  const log = pino({ level: "silent" });
  const { health } = store;
  const circuits = createWatchedCircuits(health, log);
  const askers = createBotCache(store);
  const recordUsage = createUsageRecorder(store.usage, log);
  const askForBot = createAskForBot({
    ...{ askers, circuits, health, recordUsage, log },
    agentOf: () => agent,
  });
  const ask = async (orderNumber: string, askedFor: AskedFor) => {
    const asker = await askers.findFresh(bot.id);
    const { answer } = await askForBot(
      asker!,
      { method: "orders", orderNumber },
      new AbortController().signal,
      { askedFor },
    );
    return answer.kind === "unavailable" ? answer.reason : answer.kind;
  };
  const isSpared = () => circuits.countOpen() > 0;
  return { ask, script, isSpared, stopped: async () => (await health.find(bot.id)).stopped };
}

type Node = Awaited<ReturnType<typeof openNode>>;

const stranger = (nth: number) => ({ conversationId: `s_${nth}`, network: "2001:db8:0:7::/64" });

/** Twelve customers of twelve networks, each with a number of their own. */
const customers = ({ ask }: Node) =>
  Promise.all(
    Array.from({ length: 12 }, (_, nth) =>
      ask(`GOOD${nth}`, { conversationId: `c_${nth}`, network: `198.51.${nth}.0/24` }),
    ),
  );

for (const [what, stumble] of Object.entries(stumbles)) {
  test(`one number that a webhook answers with ${what}, said by a stranger again and again, keeps nobody from theirs`, async (t) => {
    const node = await openNode(t, stumble);
    for (let nth = 0; nth < 20; nth++) await node.ask("BAD", stranger(nth % 2));
    assert.deepEqual(new Set(await customers(node)), new Set(["refusal"]));
  });

  test(`nor do forty such numbers of ${what}, said in forty chats of a stranger's networks`, async (t) => {
    const node = await openNode(t, stumble);
    for (let nth = 0; nth < 40; nth++) {
      const network = `2001:db8:0:${nth.toString(16)}::/64`;
      await node.ask(`BAD${nth}`, { ...stranger(nth), network });
    }
    assert.deepEqual(new Set(await customers(node)), new Set(["refusal"]));
    assert.equal(await node.stopped(), null);
  });
}

test("a shop that is down is spared after five customers of three networks, and after five of one", async (t) => {
  for (const networkOf of [(nth: number) => `198.51.${nth % 3}.0/24`, () => "198.51.100.0/24"]) {
    const node = await openNode(t, stumbles["an error"]!);
    node.script.isDown = true;
    for (let nth = 0; nth < 5; nth++) {
      const askedFor = { conversationId: `c_${nth}`, network: networkOf(nth) };
      assert.equal(await node.ask(`GOOD${nth}`, askedFor), "http_status");
    }
    await eventually(5_000, async () => assert(node.isSpared()));
  }
});

test("a webhook is gone for all only when it says so to Meetbot itself", async (t) => {
  const node = await openNode(t, stumbles.gone!);
  node.script.isDown = true;
  assert.equal(await node.ask("GOOD", stranger(0)), "gone");
  await eventually(5_000, async () => assert.equal((await node.stopped())?.for, "gone"));
});
