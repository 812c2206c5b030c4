import { comparableNumber, sameNumber } from "@meetbot/protocol";
import type { MerchantAnswer, Question } from "../model/ask.ts";
import type { Proof } from "../model/proof.ts";
import type { Recognition } from "../model/recognition.ts";

/** How long a typed number or email counts: as long as an idle conversation can be resumed. */
const typedProofMs = 24 * 60 * 60 * 1000;

/** So many proofs a conversation holds; the oldest go first. Far more than an honest chat needs. */
const maxProofs = 50;

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

/** A typed number that the account typed with it lists: the two together are hard to guess. */
export function learnFromAnswer(
  proofs: Proof[],
  question: Question,
  answer: MerchantAnswer,
  now: number,
): Proof[] {
  if (answer.kind !== "orders" || !("userAccount" in question)) return proofs;
  const listed = answer.orders
    .filter((order) => numberProof(proofs, order.order_number, now) !== null)
    .map((order) => proof("number", comparableNumber(order.order_number), "listed", now));
  return add(proofs, listed);
}

/** The strongest living proof that the customer wrote this number; `null`: there is none. */
export function numberProof(proofs: Proof[], number: string, now: number): Proof | null {
  const living = proofs.filter(
    (proof) => proof.kind === "number" && proof.expires > now && sameNumber(number, proof.value),
  );
  return living.find((proof) => proof.source === "listed") ?? living[0] ?? null;
}

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
