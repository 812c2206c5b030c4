import assert from "node:assert/strict";
import { test } from "node:test";
import { newSecret, refuse } from "@meetbot/sdk";
import { signTestRequest, testQuestions } from "@meetbot/sdk/testing";
import type { ConnectedShop } from "./connector/connector.ts";
import { ConnectorError } from "./connector/connector-error.ts";
import { connectors } from "./connectors.ts";
import { createConnectorWebhook } from "./create-connector-webhook.ts";

const signingSecret = newSecret();
const { ordersByNumber } = testQuestions;

function ask(shop: Partial<ConnectedShop>, orderNumber: string = ordersByNumber.orderNumber) {
  const none = () => refuse.orderNotFound();
  const check = async () => ({ isOk: true, shop: "", notes: [], sample: null }) as const;
  const heard: unknown[] = [];
  const webhook = createConnectorWebhook(
    { orders: none, packages: none, check, ...shop },
    { signingSecret, onError: (error) => heard.push(error) },
  );
  const send = (number: string) => {
    const request = signTestRequest({ ...ordersByNumber, orderNumber: number }, { signingSecret });
    return webhook(new Request("http://localhost/", request));
  };
  return { answer: send(orderNumber), send, heard };
}

test("a platform that does not answer is 503, and a throttled one 429 with the time to come again", async () => {
  const down = ask({ orders: () => Promise.reject(new ConnectorError("unauthorized", "no key")) });
  const answer = await down.answer;
  assert.deepEqual(
    [answer.status, answer.headers.get("retry-after"), await answer.json()],
    [503, null, { success: false, error: { code: 503, message: "unauthorized: no key" } }],
  );
  assert.equal(down.heard.length, 1);
  const busy = new ConnectorError("throttled", "busy", 2.5);
  const late = await ask({ orders: () => Promise.reject(busy) }).answer;
  assert.deepEqual([late.status, late.headers.get("retry-after")], [429, "3"]);
});

test("a defect is 500 without a word of it, and what is known is answered beside it", async () => {
  const { send } = ask({
    async orders(question) {
      if (question.by === "number" && question.orderNumber === "BAD") {
        throw new ConnectorError("unavailable", "down");
      }
      if (question.by === "number" && question.orderNumber === "DEFECT") throw new Error("secret");
      return refuse.orderNotFound();
    },
  });
  const answers = await Promise.all(["BAD", "DEFECT", "GOOD"].map(send));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [503, 500, 200],
  );
  assert.doesNotMatch(await answers[1]!.text(), /secret/);
});

test("a question has one deadline, which ends a pause as well, before Meetbot's own", async (t) => {
  const begun: { ms: number; over: AbortController }[] = [];
  t.mock.method(AbortSignal, "timeout", (ms: number) => {
    const over = new AbortController();
    begun.push({ ms, over });
    return over.signal;
  });
  // Shopify's pause does not end by itself.
  t.mock.method(globalThis, "setTimeout", () => {
    queueMicrotask(() => {
      for (const { ms, over } of begun) if (ms < 8_000) over.abort();
    });
    return 0;
  });
  const asked: string[] = [];
  const { shopify } = connectors;
  const config = shopify.readConfig({ shop: "my-shop", accessToken: "shpat_1" });
  const shop = shopify.connect(config, {
    now: () => 0,
    async fetch(url) {
      asked.push(String(url));
      const throttleStatus = { currentlyAvailable: 0, maximumAvailable: 2_000, restoreRate: 100 };
      const errors = [{ message: "Throttled", extensions: { code: "THROTTLED" } }];
      const extensions = { cost: { requestedQueryCost: 100, throttleStatus } };
      return Response.json({ data: null, errors, extensions });
    },
  });
  const answer = await ask(shop).answer;
  const { error } = (await answer.json()) as { error: object };
  const message = "unavailable: No answer within 6 seconds.";
  assert.deepEqual([answer.status, error], [503, { code: 503, message }]);
  assert.deepEqual([asked.length, begun.map(({ ms }) => ms)], [1, [6_000]]);
});
