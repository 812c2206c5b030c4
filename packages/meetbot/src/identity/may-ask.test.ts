import assert from "node:assert/strict";
import { test } from "node:test";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import { mayAsk, provedAccount } from "./may-ask.ts";

const now = Date.UTC(2026, 10, 24);
const proof = (kind: Proof["kind"], source: Proof["source"], value: string): Proof => ({
  ...{ kind, source, value, at: now, expires: now + 1 },
});
const account: Question = {
  method: "orders",
  userAccount: "yilia@meetbot.biz",
  filter: "open",
  page: 1,
};
const order: Question = { method: "orders", orderNumber: "MB7Q2K9XW4TP" };
const parcel: Question = { method: "packages", packageNumber: "UPS11012", page: 1 };
const asked = (question: Question, proofs: Proof[], at = now) =>
  mayAsk(question, { policy: "code", proofs, now: at });

test("under the policy code a guest's question never reaches the merchant", () => {
  const typed = ["MB7Q2K9XW4TP", "UPS11012"].map((number) => proof("number", "typed", number));
  for (const question of [account, order, parcel]) assert(!asked(question, typed));
});

test("a proved account may be asked about, and no other, and only while the proof lives", () => {
  for (const source of ["code", "signed"] as const) {
    const proofs = [proof("account", source, "Yilia@meetbot.biz")];
    assert(asked(account, proofs));
    assert(!asked({ ...account, userAccount: "emma@example.com" }, proofs));
    assert(!asked(account, proofs, now + 1));
    assert(!asked(order, proofs));
    assert.equal(provedAccount({ proofs, now }), "Yilia@meetbot.biz");
    assert.equal(provedAccount({ proofs, now: now + 1 }), null);
  }
});

test("a number that a proved account lists may be asked about", () => {
  assert(asked(order, [proof("number", "owned", "MB7Q2K9XW4TP")]));
  assert(!asked(order, [proof("number", "listed", "MB7Q2K9XW4TP")]));
});

test("other policies ask about anything", () => {
  for (const policy of ["ladder", "off"] as const)
    assert(mayAsk(order, { policy, proofs: [], now }));
});
