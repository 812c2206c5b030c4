import assert from "node:assert/strict";
import { test } from "node:test";
import { newSecret, refuse } from "@meetbot/sdk";
import { signTestRequest, testQuestions } from "@meetbot/sdk/testing";
import type { ConnectedShop } from "./connector/connector.ts";
import { ConnectorError } from "./connector/connector-error.ts";
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
