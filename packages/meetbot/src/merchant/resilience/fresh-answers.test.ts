import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerKey, createFreshAnswers } from "./fresh-answers.ts";

const key: AnswerKey = {
  conversationId: "c_1",
  botId: "bot_1",
  url: "https://shop.example/webhook",
  secretFingerprint: "5ec2e7a1",
  question: { method: "orders", orderNumber: "1234567890" },
  context: { locale: "de", timeZone: "UTC" },
};
const answer = { kind: "orders", orders: [], hasNextPage: false } as const;
const kept = { ...answer, orders: [] };

test("an answer is the same conversation's, endpoint's, secret's and question's only", () => {
  const answers = createFreshAnswers();
  answers.keep(key, kept);
  assert.deepEqual(answers.of({ ...key }), answer);
  const others: Partial<AnswerKey>[] = [
    { conversationId: "c_2" },
    { botId: "bot_2" },
    { url: "https://shop.example/other" },
    { secretFingerprint: "00000000" },
    { context: { locale: "es", timeZone: "UTC" } },
    { context: undefined },
    { question: { method: "orders", orderNumber: "1234567891" } },
    { question: { method: "packages", orderNumber: "1234567890", page: 1 } },
  ];
  for (const other of others) assert.equal(answers.of({ ...key, ...other }), null);
});

test("a no is kept as an answer, and that the shop does not answer is not", () => {
  const answers = createFreshAnswers();
  answers.keep(key, { kind: "unavailable", reason: "timeout" });
  assert.equal(answers.of(key), null);
  const no = { kind: "refusal", reason: "order_not_found", code: 11_001, message: "" } as const;
  answers.keep(key, no);
  assert.deepEqual(answers.of(key), no);
});

test("after five seconds an answer is told no more", (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: 1_000 });
  const answers = createFreshAnswers();
  answers.keep(key, kept);
  t.mock.timers.setTime(5_900);
  assert.deepEqual(answers.of(key), answer);
  t.mock.timers.setTime(6_001);
  assert.equal(answers.of(key), null);
});
