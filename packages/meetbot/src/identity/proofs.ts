import { comparableNumber, sameNumber } from "@meetbot/protocol";
import type { MerchantAnswer, Question } from "../model/ask.ts";
import type { Proof } from "../model/proof.ts";
import type { Recognition } from "../model/recognition.ts";

const hourMs = 60 * 60 * 1000;

/** How long a typed number or email counts: as long as an idle conversation can be resumed. */
const typedProofMs = 24 * hourMs;

/** How long the shop's word for a shopper counts: a long visit to a shop. */
const signedProofMs = 2 * hourMs;

/** So many proofs a conversation holds; the oldest go first. Far more than an honest chat needs. */
const maxProofs = 50;

/** The shop's server vouches for an account. */
export function learnFromSignature(proofs: Proof[], account: string, now: number): Proof[] {
  const signed = { kind: "account", value: account, source: "signed" } as const;
  return add(proofs, [{ ...signed, at: now, expires: now + signedProofMs }]);
}

/** What a customer wrote. Only writing makes such a proof, never a tap. */
export function learnFromUtterance(proofs: Proof[], said: Recognition, now: number): Proof[] {
  const { emails, orderNumbers, packageNumbers } = said.entities;
  const numbers = [...orderNumbers, ...packageNumbers].map((entity) => entity.value);
  if (said.bareIdentifier) numbers.push(said.bareIdentifier);
  return add(proofs, [
    ...emails.map((email) => proof("account", email.value, "typed", now)),
    ...numbers.map((number) => proof("number", comparableNumber(number), "typed", now)),
  ]);
}

/**
 * What an account's list proves: of a proved account, that the numbers in it are the customer's own;
 * of one that was only typed, that a number typed with it belongs to it. Both are hard to guess.
 */
export function learnFromAnswer(
  proofs: Proof[],
  question: Question,
  answer: MerchantAnswer,
  now: number,
): Proof[] {
  if (answer.kind !== "orders" || !("userAccount" in question)) return proofs;
  const numbers = answer.orders.map((order) => comparableNumber(order.order_number));
  const account = accountProof(proofs, question.userAccount, now);
  if (account) {
    const owned = { kind: "number", source: "owned", at: now, expires: account.expires } as const;
    return add(
      proofs,
      numbers.map((value) => ({ ...owned, value })),
    );
  }
  const typed = numbers.filter((number) => numberProof(proofs, number, now) !== null);
  return add(
    proofs,
    typed.map((number) => proof("number", number, "listed", now)),
  );
}

/** The living proof that the customer is the one whose account this is; `null`: there is none. */
export function accountProof(proofs: Proof[], account: string, now: number): Proof | null {
  const isProof = ({ kind, source, value, expires }: Proof) =>
    kind === "account" && source === "signed" && expires > now && sameAccount(value, account);
  return proofs.find(isProof) ?? null;
}

const byStrength: Proof["source"][] = ["owned", "listed", "typed"];

/** The strongest living proof that has to do with this number; `null`: there is none. */
export function numberProof(proofs: Proof[], number: string, now: number): Proof | null {
  const living = proofs.filter(
    (proof) => proof.kind === "number" && proof.expires > now && sameNumber(number, proof.value),
  );
  for (const strength of byStrength) {
    const found = living.find((proof) => proof.source === strength);
    if (found) return found;
  }
  return null;
}

/** Emails differ in letter case only by whim; other names of accounts are taken as they are. */
function sameAccount(one: string, other: string): boolean {
  const isEmail = one.includes("@") && other.includes("@");
  return one === other || (isEmail && asciiLowerCase(one) === asciiLowerCase(other));
}

/** ASCII alone: lower-casing all of Unicode makes a `k` of the Kelvin sign. */
const asciiLowerCase = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function proof(kind: Proof["kind"], value: string, source: Proof["source"], now: number): Proof {
  return { kind, value, source, at: now, expires: now + typedProofMs };
}

function add(proofs: Proof[], learned: Proof[]): Proof[] {
  const replaced = (old: Proof) =>
    learned.some(
      (one) => one.kind === old.kind && one.value === old.value && one.source === old.source,
    );
  return [...proofs.filter((old) => !replaced(old)), ...learned].slice(-maxProofs);
}
