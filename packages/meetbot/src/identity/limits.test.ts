import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { Attempt } from "@meetbot/model/limit.ts";
import {
  codeAttempts,
  codeMiss,
  emailGuesses,
  type Limit,
  limits,
  linkAttempts,
  lookUpAttempts,
  lookUpMiss,
  type RateLimitSubject,
} from "./limits.ts";

const now = Date.UTC(2026, 10, 24);
const guest: RateLimitSubject = {
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

test("a guest's number counts for the conversation, the network and the bot", () => {
  assert.deepEqual(counted(lookUpAttempts(number, guest)), [
    "conversation_numbers c_1 1042",
    "network_numbers 203.0.113.0/24 1042",
    "bot_numbers  1042",
  ]);
});

test("what comes from a /64 counts for the /56 and the /48 around it too", () => {
  const there = { ...guest, network: "2001:db8:1:a2ff::/64" };
  const subjects = ["2001:db8:1:a2ff::/64", "2001:db8:1:a200::/56", "2001:db8:1::/48"];
  for (const [attempts, what] of [
    [lookUpAttempts(number, there), "numbers"],
    [lookUpAttempts(email, there), "emails"],
    [lookUpMiss(number, there), "misses"],
    [codeAttempts("emma@example.com", "x", there), "codes"],
  ] as const) {
    const networks = counted(attempts).filter((one) => one.startsWith("network_"));
    const names = ["network", "network_56", "network_48"];
    const expected = names.map((name, nth) => `${name}_${what} ${subjects[nth]}`);
    assert.deepEqual(
      networks.map((one) => one.split(" ").slice(0, 2).join(" ")),
      expected,
    );
  }
});

test("no subject but a bot is soft, and whatever counts for it leaves everybody a share", () => {
  for (const attempts of [
    lookUpAttempts(number, guest),
    lookUpAttempts(email, guest),
    codeAttempts("emma@example.com", "x", guest),
    linkAttempts("x", guest),
  ]) {
    const soft = attempts.filter((one) => one.soft);
    assert.deepEqual(
      soft.map(({ subject }) => subject),
      [""],
    );
    assert(attempts.some(({ share, subject }) => share !== undefined && subject === "c_1"));
  }
});

test("a guest's email counts in one spelling, and each typed number as a guess at it", () => {
  const proofs = [proof("number", "typed", "1042"), proof("number", "typed", "1043")];
  assert.deepEqual(counted(lookUpAttempts(email, { ...guest, proofs })), [
    "conversation_emails c_1 emma@example.com",
    "network_emails 203.0.113.0/24 emma@example.com",
    "email_numbers emma@example.com 1042",
    "email_numbers emma@example.com 1043",
    "bot_emails  emma@example.com",
  ]);
  // And the other way round, once the shop has orders for it.
  assert.deepEqual(counted(emailGuesses(email, { ...guest, proofs })), [
    "order_emails 1042 emma@example.com",
    "order_emails 1043 emma@example.com",
  ]);
  assert.deepEqual(emailGuesses(number, { ...guest, proofs }), []);
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
    const limits = (trier: RateLimitSubject) =>
      lookUpAttempts(question, trier).map(({ limit }) => limit);
    const known = new Set(limits(guest));
    const more = limits({ ...guest, proofs }).filter((limit) => !known.has(limit));
    assert.deepEqual(more, [question === email ? "account_emails" : "account_numbers"]);
  }
});

test("a lookup that finds nothing and a wrong code count as misses of the whole bot too", () => {
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
    'email_network_codes ["emma@example.com","203.0.113.0/24"] x',
    "conversation_codes c_1 x",
    "network_codes 203.0.113.0/24 x",
    "bot_codes  x",
  ]);
  assert.deepEqual(attempts.find(({ limit }) => limit === "email_codes")?.max, 3);
});

test("a code for which work was done counts for everything but the network", () => {
  const limits = (trier: RateLimitSubject) => counted(codeAttempts("emma@example.com", "x", trier));
  const without = limits(guest).filter((one) => !one.startsWith("network_"));
  assert.deepEqual(limits({ ...guest, worked: true }), without);
  assert.notDeepEqual(limits(guest), without);
});

test("mails to one mailbox under its other names are counted together", () => {
  for (const email of ["emma.s+1@gmail.com", "Emma.S+shop+2@googlemail.com"]) {
    const [first] = codeAttempts(email, "x", guest);
    assert.equal(first?.subject, "emmas@gmail.com");
  }
});

test("whoever proves a mailbox under many names is counted by the mailbox", () => {
  const proofs = [proof("account", "code", "emma.s+shop@gmail.com")];
  const account = lookUpAttempts(number, { ...guest, proofs }).find(({ limit }) =>
    limit.startsWith("account_"),
  );
  assert.equal(account?.subject, "emmas@gmail.com");
});

test("where the channel tells no network, none is counted", () => {
  const attempts = [
    ...lookUpAttempts(number, { ...guest, network: null }),
    ...codeAttempts("emma@example.com", "x", { ...guest, network: null }),
  ];
  assert(attempts.every(({ limit }) => !limit.startsWith("network")));
});

test("where everything is shown to everybody, no lookup is limited", () => {
  const anybody: RateLimitSubject = { ...guest, policy: "off" };
  for (const question of [email, number]) {
    assert.deepEqual(lookUpAttempts(question, anybody), []);
    assert.deepEqual(lookUpMiss(question, anybody), []);
  }
});

test("every limit stands in the docs, with its numbers", async () => {
  const guide = await readFile(new URL("../../../../docs/privacy.md", import.meta.url), "utf8");
  const rows = [
    ...guide.matchAll(/^\| `(\w+)` \| ([\d,]+) [^|]* in (an hour|a day)[^|]*\| (\w*) *\|/gm),
  ];
  const told = rows.map(([, name, max, window, share]) => [name, max, window, share]);
  const known = Object.entries<Limit>(limits).map(([name, { max, windowS, soft, share }]) => [
    name,
    max.toLocaleString("en-US"),
    windowS === 3600 ? "an hour" : "a day",
    soft ? "soft" : `${share ?? ""}`,
  ]);
  assert.deepEqual(told.sort(), known.sort());
});
