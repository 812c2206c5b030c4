import assert from "node:assert/strict";
import { test } from "node:test";
import type { SubscriptionChange } from "@meetbot/model/push/subscription.ts";
import { learnFromCode, learnFromSignature } from "../../identity/proofs.ts";
import { newsEmailIn } from "./news-email.ts";

const now = 1_793_500_000_000;
const email = "yilia@shop.example";
const read = learnFromCode([], email, now);
const begin: SubscriptionChange = {
  kind: "begin",
  subscription: {
    scope: "order",
    subject: "PA7K2Q9XW4TP",
    source: "choice",
    wording: 1,
    known: [],
  },
};
const end: SubscriptionChange = { kind: "end", by: "stop_word" };

test("a mailbox is kept when a code proves it, or when somebody who proved it wants to be told", () => {
  const proves = { before: [], after: read, subscription: undefined, now };
  assert.deepEqual(newsEmailIn(proves), { newsEmail: { email, begins: false } });
  const wants = { before: read, after: read, subscription: begin, now };
  assert.deepEqual(newsEmailIn(wants), { newsEmail: { email, begins: true } });
  assert.deepEqual(newsEmailIn({ ...wants, subscription: undefined }), {});
});

test("what was typed, what the shop says, a proof that has ended and an end of it all keep none", () => {
  const wants = { before: [], subscription: begin, now };
  const signed = learnFromSignature([], email, now);
  const number = learnFromCode([], "no mailbox", now);
  for (const after of [[], signed, number]) assert.deepEqual(newsEmailIn({ ...wants, after }), {});
  assert.deepEqual(newsEmailIn({ ...wants, after: read, now: now + 31 * 60_000 }), {});
  assert.deepEqual(newsEmailIn({ ...wants, after: read, subscription: end }), {});
});
