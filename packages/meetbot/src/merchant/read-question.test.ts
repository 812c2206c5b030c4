import assert from "node:assert/strict";
import { test } from "node:test";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import { askMerchant } from "./ask.ts";
import { readQuestion } from "./read-question.ts";
import { createCircuit } from "./resilience/endpoint-runtime.ts";
import { agent, startMerchant } from "./scripted-merchant.fixture.ts";

const questions: Question[] = [
  { method: "orders", userAccount: "yilia@meetbot.biz", filter: "past", page: 2 },
  { method: "orders", userAccount: "yilia@meetbot.biz", filter: "open", page: 1, isLong: true },
  { method: "orders", orderNumber: "12345678902" },
  { method: "packages", orderNumber: "12345678902", page: 1 },
  { method: "packages", packageNumber: "SF123", page: 3 },
];

test("a query that was sent tells the question it was made of", async (t) => {
  const merchant = await startMerchant(t, (_, response) => response.writeHead(500).end());
  for (const question of questions) {
    const options = { agent, circuit: createCircuit() };
    const { delivery } = await askMerchant(question, merchant.endpoint, options);
    assert.deepEqual(readQuestion(delivery.requestBody), question);
  }
});

test("a test asks nothing", () => {
  const request = { category: "ecommerce", method: "test", id: "test_1", page_id: "1", meta: "" };
  assert.equal(readQuestion(JSON.stringify({ request, params: { test_token: "x" } })), null);
});
