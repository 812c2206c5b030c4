import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { Plan, Question } from "@meetbot/model/conversation/ask.ts";
import type { ShownAnswer } from "@meetbot/model/conversation/shown-answer.ts";
import { type DialogInput, stateBefore, step } from "../dialog/step.ts";
import {
  matchTitles,
  mentionsOtherGoods,
  namesGoods,
} from "../recognition/context/match-titles.ts";
import { recognize } from "../recognition/recognize.ts";
import { questionAsked, questionOutcome, type TurnStep, turnOutcome } from "./question-outcome.ts";

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

const speaker = {
  name: "Demo Shop",
  contact: null,
  locale: "en" as const,
  languages: ["en" as const],
  welcome: {},
  menu: ["orders" as const, "packages" as const, "help" as const, "person" as const],
  timeZone: "UTC",
  officeHours: null,
  holidays: [],
  pictures: false,
  offersNews: false,
  newsReach: "here" as const,
  newsOutside: { browser: false, email: false },
  accountKind: "email" as const,
  phoneCountry: null,
  sendsCodes: false,
  offersLinks: false,
  holder: "bot" as const,
  now: Date.parse("2026-11-20T12:00:00Z"),
  today: "2026-11-20",
  namedGoods: matchTitles,
  namesGoods,
  mentionsOtherGoods,
  answers: emptyBook,
};

/** Steps of a turn in a conversation in which this was said before. */
function turnOf(words: string | DialogInput, answers: ShownAnswer[] = [], ...earlier: string[]) {
  let state = stateBefore("en");
  for (const text of earlier) state = step(state, hear(text), speaker).state;
  const steps: TurnStep[] = [];
  let input = typeof words === "string" ? hear(words) : words;
  for (;;) {
    const next = step(state, input, speaker);
    state = next.state;
    steps.push({ input, ...next });
    const answer = answers.shift();
    if (next.ask?.kind !== "merchant" || !answer) return steps;
    input = { kind: "answer", plan: next.ask.plan, answer };
  }
}

const hear = (text: string): DialogInput => ({
  kind: "utterance",
  said: recognize(text, { fallbackLocale: "en", orderNumberFormat: null }),
});
const refusal: ShownAnswer = { kind: "refusal", reason: "order_not_found" };
const limited: ShownAnswer = { kind: "limited", retryAfterS: 60, account: null };
const proofNeeded: ShownAnswer = { kind: "proof_needed", account: null };
const order1 = "where is order MBWXS75S9878";

test("a turn comes to what its last question came to, a number's other meaning included", () => {
  assert.equal(
    turnOutcome(turnOf("show order MBWXS75S9878", [orders("MBWXS75S9878")])),
    "answered",
  );
  assert.equal(turnOutcome(turnOf(order1, [refusal, refusal])), "refused");
  assert.equal(turnOutcome(turnOf(order1, [refusal, orders("MBWXS75S9878")])), "answered");
  const away: ShownAnswer = { kind: "unavailable", reason: "timeout" };
  assert.equal(turnOutcome(turnOf(order1, [away])), "refused");
});

test("who is stopped before the shop is asked is refused", () => {
  assert.equal(turnOutcome(turnOf(order1, [limited])), "refused");
  assert.equal(turnOutcome(turnOf("my orders, yilia@meetbot.biz", [proofNeeded])), "refused");
  assert.equal(turnOutcome(turnOf({ kind: "media", atMs: 0, isPicture: false })), "refused");
});

test("what was not understood is missed, and what is beyond the bot refused, though an order is shown", () => {
  assert.equal(turnOutcome(turnOf("who won the match yesterday?")), "missed");
  assert.equal(turnOutcome(turnOf("I want a refund")), "missed");
  const cancel = turnOf("please cancel order MBWXS75S9878", [orders("MBWXS75S9878")]);
  assert.equal(turnOutcome(cancel), "refused");
});

test("what the shop's own words answered is answered, though no system of the shop's could", () => {
  const topic = (answered: boolean) => ({ topic: { id: "refund", answered } });
  const [said] = turnOf("how do I pay with a gift card");
  const beyond = { ...said!, unanswered: null };
  assert.equal(turnOutcome([{ ...beyond, ...topic(true) }]), "answered");
  assert.equal(turnOutcome([{ ...beyond, ...topic(true), personAsked: true }]), "handed_over");
  assert.notEqual(turnOutcome([{ ...beyond, ...topic(false) }]), "answered");
});

test("a question back is on its way, a person is handed over, and small talk comes to nothing", () => {
  assert.equal(turnOutcome(turnOf("where is my order")), "in_progress");
  assert.equal(turnOutcome(turnOf("I want to talk to a person")), "handed_over");
  assert.equal(turnOutcome(turnOf("thanks, bye")), null);
  assert.equal(turnOutcome(turnOf({ kind: "start", locale: "en", account: null })), null);
});

test("the same question has the same words for it, whether written or tapped, and another one others", () => {
  const asked = (...said: Parameters<typeof turnOf>) => questionAsked(turnOf(...said)[0]!);
  const written = asked(order1);
  assert(written !== null);
  assert.equal(asked("Where is ORDER mbwxs75s9878??"), written);
  const plan = { question: byNumber, finding: null, secondTry: false };
  assert.equal(asked({ kind: "tap", action: { kind: "ask", plan } }), written);
  assert.notEqual(asked("where is order MBHG4N75RBTE"), written);
  assert.equal(asked("where is my order"), asked("where is my order??", [], "where is my order"));
  for (const other of ["yes", "thanks", "who won the match?"]) assert.equal(asked(other), null);
});
