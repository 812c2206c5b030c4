import assert from "node:assert/strict";
import { test } from "node:test";
import type { Question } from "../model/ask.ts";
import type { Attempt } from "../model/limit.ts";
import type { Proof } from "../model/proof.ts";
import { codeAttempts, codeMiss, lookUpAttempts, lookUpMiss, type Trier } from "./limits.ts";

const now = Date.UTC(2026, 10, 24);
const guest: Trier = {
  ...{ conversationId: "c_1", network: "203.0.113.0/24", proofs: [], policy: "ladder", now },
};
const proof = (kind: Proof["kind"], source: Proof["source"], value: string): Proof => ({
  ...{ kind, source, value, at: now, expires: now + 1 },
});
const email: Question = {
  method: "orders",
  userAccount: "Emma@example.com",
  filter: "open",
  page: 1,
};
const number: Question = { method: "orders", orderNumber: "#1042" };

/** `limit subject item`, as far as each is counted. */
const counted = (attempts: Attempt[]) =>
  attempts
    .filter(({ item }) => item !== null)
    .map(({ limit, subject, item }) => `${limit} ${subject} ${item}`);

test("a guest's number counts for the conversation and the network", () => {
  assert.deepEqual(counted(lookUpAttempts(number, guest)), [
    "conversation_numbers c_1 1042",
    "network_numbers 203.0.113.0/24 1042",
  ]);
});

test("a guest's email counts in one spelling, and each typed number as a guess at it", () => {
  const proofs = [proof("number", "typed", "1042"), proof("number", "typed", "1043")];
  assert.deepEqual(counted(lookUpAttempts(email, { ...guest, proofs })), [
    "conversation_emails c_1 emma@example.com",
    "network_emails 203.0.113.0/24 emma@example.com",
    "email_numbers emma@example.com 1042",
    "order_emails 1042 emma@example.com",
    "email_numbers emma@example.com 1043",
    "order_emails 1043 emma@example.com",
  ]);
});

test("a customer's own account and the orders it lists are never limited", () => {
  const proofs = [proof("account", "code", "emma@example.com"), proof("number", "owned", "1042")];
  assert.deepEqual(lookUpAttempts(email, { ...guest, proofs }), []);
  assert.deepEqual(lookUpAttempts(number, { ...guest, proofs }), []);
  assert.deepEqual(lookUpMiss(number, { ...guest, proofs }), []);
});

test("whoever proved an account is counted by it too, where they ask for more than their own", () => {
  const proofs = [proof("account", "signed", "yilia@meetbot.biz")];
  for (const question of [email, number]) {
    const limits = (trier: Trier) => lookUpAttempts(question, trier).map(({ limit }) => limit);
    const known = new Set(limits(guest));
    const more = limits({ ...guest, proofs }).filter((limit) => !known.has(limit));
    assert.deepEqual(more, [question === email ? "account_emails" : "account_numbers"]);
  }
});

test("a look-up that finds nothing and a wrong code count as misses of the whole bot too", () => {
  for (const attempts of [lookUpMiss(number, guest), codeMiss("1042", guest)]) {
    assert.deepEqual(counted(attempts), [
      "conversation_misses c_1 1042",
      "network_misses 203.0.113.0/24 1042",
      "bot_misses  1042",
    ]);
  }
});

test("a code counts for its email in one spelling, the conversation, the network and the bot", () => {
  const attempts = codeAttempts("Emma@example.com", "x", guest);
  assert.deepEqual(counted(attempts), [
    "email_codes emma@example.com x",
    "conversation_codes c_1 x",
    "network_codes 203.0.113.0/24 x",
    "bot_codes  x",
  ]);
  assert.deepEqual(attempts.find(({ limit }) => limit === "email_codes")?.max, 3);
});

test("mails to one mailbox under its other names are counted together", () => {
  for (const email of ["emma+1@example.com", "Emma+shop+2@example.com"]) {
    const [first] = codeAttempts(email, "x", guest);
    assert.equal(first?.subject, "emma@example.com");
  }
});

test("where the channel tells no network, none is counted", () => {
  const attempts = [
    ...lookUpAttempts(number, { ...guest, network: null }),
    ...codeAttempts("emma@example.com", "x", { ...guest, network: null }),
  ];
  assert(attempts.every(({ limit }) => !limit.startsWith("network")));
});

test("where everything is shown to everybody, no look-up is limited", () => {
  const anybody: Trier = { ...guest, policy: "off" };
  for (const question of [email, number]) {
    assert.deepEqual(lookUpAttempts(question, anybody), []);
    assert.deepEqual(lookUpMiss(question, anybody), []);
  }
});
