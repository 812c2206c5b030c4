import assert from "node:assert/strict";
import { test } from "node:test";
import type { IdentityPolicy } from "@meetbot/model/bot/bot.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { NewsOffer } from "@meetbot/model/push/news-state.ts";
import { consentBy } from "./consent.ts";

const now = 1_800_000_000_000;
const number = "PA7K2Q9XW4TP";
const account = "yilia@shop.example";

const order: NewsOffer = {
  ...{ scope: "order", subject: number, shownBy: number, expires: now + 1, known: [] },
};
const all: NewsOffer = { ...order, scope: "account", subject: account, shownBy: account };

const proof = (source: Proof["source"], more: Partial<Proof> = {}): Proof => {
  const isOfNumber = source === "typed" || source === "listed" || source === "owned";
  const of = isOfNumber
    ? ({ kind: "number", value: number } as const)
    : ({ kind: "account", value: account } as const);
  return { ...of, source, at: now - 1, expires: now + 1, ...more };
};

const by = (offer: NewsOffer, proofs: Proof[], policy: IdentityPolicy = "ladder") =>
  consentBy(offer, { policy, proofs, now });

test("an order is told by the number that showed it, for as long as that proves something", () => {
  for (const source of ["typed", "listed", "owned"] as const) {
    assert.equal(by(order, [proof(source)]), "choice");
    assert.equal(by(order, [proof(source, { expires: now })]), null);
    assert.equal(by(order, [proof(source, { value: "ANOTHERORDER" })]), null);
    assert.equal(by({ ...order, expires: now }, [proof(source)]), null);
  }
  assert.equal(by(order, []), null);
  assert.equal(by(order, [proof("code")]), null);
});

test("all orders of an account are told to who is signed in or linked, and to nobody else", () => {
  assert.equal(by(all, [proof("signed")]), "signed_in");
  assert.equal(by(all, [proof("link")]), "linked");
  assert.equal(by(all, [proof("code")]), null);
  assert.equal(by(all, [proof("typed", { kind: "account", value: account })]), null);
  assert.equal(by(all, [proof("signed", { value: "jane@shop.example" })]), null);
  assert.equal(by(all, [], "off"), null);
});

test("where only codes count a number that was typed is not enough; where nothing does it is", () => {
  assert.equal(by(order, [proof("typed")], "code"), null);
  assert.equal(by(order, [proof("owned")], "code"), "choice");
  assert.equal(by({ ...order, expires: null }, [], "off"), "choice");
});
