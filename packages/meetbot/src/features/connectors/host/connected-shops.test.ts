import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type Connector, connectors } from "@meetbot/connectors";
import type { HttpAnswer } from "@meetbot/network/exchange/http-call.ts";
import { ResponseTooLargeError } from "@meetbot/network/exchange/limit-responses.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { newSecret } from "@meetbot/protocol";
import { signTestRequest, testQuestions } from "@meetbot/sdk/testing";
import { createConnectedShops } from "./connected-shops.ts";

type Post = Parameters<MerchantAgent["post"]>[1];

const signingSecret = newSecret();
const account = "otto@shop.example";
const known = {
  data: { customers: { items: [{ emailAddress: account, orders: { items: [] } }] } },
};

const answerOf = (body: unknown, changes: Partial<HttpAnswer> = {}): HttpAnswer => ({
  ...{ statusCode: 200, headers: { "content-type": "application/json" }, fault: null },
  body: Buffer.from(JSON.stringify(body)),
  ...changes,
});

/** A shop of Vendure's that answers its connector as `post` does. */
function open(post: (post: Post) => Promise<HttpAnswer> | HttpAnswer) {
  const agent = { post: async (_: string, asked: Post) => post(asked), close: async () => {} };
  let connected = 0;
  const vendure: Connector<unknown> = {
    ...connectors.vendure,
    connect(config, deps) {
      connected += 1;
      return connectors.vendure.connect(config as never, deps);
    },
  };
  const shops = createConnectedShops({ vendure }, agent);
  const config = { url: "https://shop.example/admin-api", apiKey: "plt_canary_1" };
  const ask = async (signal = new AbortController().signal) => {
    const question = { ...testQuestions.ordersByAccount, userAccount: account };
    const request = new Request("http://x/", signTestRequest(question, { signingSecret }));
    const raw = {
      method: "POST",
      headers: Object.fromEntries(request.headers),
      body: new Uint8Array(await request.arrayBuffer()),
    };
    const bot = { kind: "ask", botId: "bot_1", version: "1", name: "vendure", config } as const;
    return shops.answer({ ...bot, secrets: [signingSecret], request: raw }, signal);
  };
  return { ask, connected: () => connected };
}

/** What waits by a signal ends once all that was set below `ms` is over. */
function holdTimeouts(t: TestContext) {
  const begun: { ms: number; over: AbortController }[] = [];
  t.mock.method(AbortSignal, "timeout", (ms: number) => {
    const over = new AbortController();
    begun.push({ ms, over });
    return over.signal;
  });
  return (passedMs: number) => {
    for (const { ms, over } of begun) {
      if (ms <= passedMs) over.abort(new DOMException("late", "TimeoutError"));
    }
  };
}

test("a platform that hangs is told as one that is down, before Meetbot itself stops waiting", async (t) => {
  const pass = holdTimeouts(t);
  const { ask } = open(
    ({ signals }) =>
      new Promise((_, reject) => {
        for (const signal of signals) {
          signal.addEventListener("abort", () => reject(signal.reason));
        }
        queueMicrotask(() => pass(7_500));
      }),
  );
  const { statusCode, trouble } = await ask();
  const detail = "No answer within 6 seconds.";
  assert.deepEqual([statusCode, trouble], [503, { problem: "unavailable", detail }]);
});

test("a call fails as calls of fetch do, so that its reason is told by its code", async () => {
  const refused = Object.assign(new Error("connect 10.0.0.1"), { code: "ECONNREFUSED" });
  const lost = await open(() => Promise.reject(refused)).ask();
  const detail = /^No connection to the shop \(ECONNREFUSED\)/;
  assert.equal(lost.trouble?.problem, "unreachable");
  assert.match(lost.trouble.detail, detail);
  const torn = await open(() => answerOf({}, { fault: { kind: "broken", cause: refused } })).ask();
  assert.match(torn.trouble?.detail ?? "", detail);
});

test("an answer that is too large is no answer, however much of it there would be", async () => {
  const trouble = { problem: "broken_answer", detail: "The answer is too long." };
  for (const post of [
    () => answerOf({}, { fault: { kind: "too_large" } }),
    () => Promise.reject(new ResponseTooLargeError("the answer exceeds 2048 KiB")),
  ]) {
    assert.deepEqual((await open(post).ask()).trouble, trouble);
  }
});

test("a shop that nobody asks for an hour is forgotten, its key and all", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { ask, connected } = open(() => answerOf(known));
  const minutes = (count: number) => t.mock.timers.tick(count * 60_000);
  await ask();
  minutes(59);
  await ask();
  minutes(59);
  await ask();
  assert.equal(connected(), 1);
  minutes(60);
  await ask();
  assert.equal(connected(), 2);
});

test("only what came from the platform shows that it answers, and not what was remembered", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { ask } = open(() => answerOf(known));
  const asked = async () => {
    const { statusCode, isFromPlatform, trouble } = await ask();
    return [statusCode, isFromPlatform, trouble];
  };
  assert.deepEqual(await asked(), [200, true, null]);
  assert.deepEqual(await asked(), [200, false, null]);
  t.mock.timers.tick(30_000);
  assert.deepEqual(await asked(), [200, true, null]);
});

test("a question that nobody waits for any more ends, and so does its request", async (t) => {
  holdTimeouts(t);
  const left = new AbortController();
  const { ask } = open(
    ({ signals }) =>
      new Promise((_, reject) => {
        for (const signal of signals) {
          signal.addEventListener("abort", () => reject(signal.reason));
        }
        left.abort();
      }),
  );
  assert.equal((await ask(left.signal)).statusCode, 503);
});
