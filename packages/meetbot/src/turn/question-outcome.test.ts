import assert from "node:assert/strict";
import { test } from "node:test";
import type { DialogInput } from "../dialog/step.ts";
import type { Plan, Question } from "../model/conversation/ask.ts";
import type { ShownAnswer } from "../model/conversation/shown-answer.ts";
import { questionOutcome } from "./question-outcome.ts";

const byAccount: Question = {
  method: "orders",
  userAccount: "yilia@meetbot.biz",
  filter: "open",
  page: 1,
};
const byNumber: Question = { method: "orders", orderNumber: "MBWXS75S9878" };
const byPackage: Question = { method: "packages", packageNumber: "PK1", page: 1 };
const packagesOfOrder: Question = { method: "packages", orderNumber: "MBWXS75S9878", page: 1 };

const order = (order_number: string) => ({
  level: 1 as const,
  expires: null,
  item: { order_number },
});
const orders = (...numbers: string[]): ShownAnswer => ({
  kind: "orders",
  orders: numbers.map(order),
  hasNextPage: false,
});
const noPackages: ShownAnswer = { kind: "packages", packages: [], hasNextPage: false };

function outcomeOf(question: Question, answer: ShownAnswer, finding: Plan["finding"] = null) {
  const plan = { question, finding, secondTry: false };
  return questionOutcome({ kind: "answer", plan, answer });
}

test("a question that the shop answers is answered, also with an account that has no open order", () => {
  assert.equal(outcomeOf(byNumber, orders("MBWXS75S9878")), "answered");
  assert.equal(outcomeOf(byAccount, orders()), "answered");
});

test("an order without packages yet is there, a package without a trace is not", () => {
  assert.equal(outcomeOf(packagesOfOrder, noPackages), "answered");
  assert.equal(outcomeOf(byPackage, noPackages), "not_found");
});

test("a refusal, an empty list for a number and a search without a find are a no", () => {
  const refusal: ShownAnswer = { kind: "refusal", reason: "user_not_found" };
  const finding = { orderNumber: "MBWXS75S9878", goal: "orders" as const };
  assert.equal(outcomeOf(byAccount, refusal), "not_found");
  assert.equal(outcomeOf(byNumber, orders()), "not_found");
  assert.equal(outcomeOf(byAccount, orders("MB0000000001"), finding), "not_found");
  assert.equal(outcomeOf(byAccount, orders("MB0000000001", "mbwxs75s9878"), finding), "answered");
});

test("a shop that does not answer is another thing than a no", () => {
  assert.equal(outcomeOf(byNumber, { kind: "unavailable", reason: "timeout" }), "unavailable");
});

test("what the shop was never asked is no question to it", () => {
  const code: DialogInput = { kind: "code", outcome: { kind: "proved" } };
  assert.equal(outcomeOf(byAccount, { kind: "proof_needed", account: null }), null);
  assert.equal(outcomeOf(byNumber, { kind: "limited", retryAfterS: 60, account: null }), null);
  assert.equal(questionOutcome(code), null);
});
