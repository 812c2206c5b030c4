import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import {
  comparableAccount,
  comparableNumber,
  isMailAddress,
  isPhone,
  sameNumber,
} from "@meetbot/protocol";

const hourMs = 60 * 60 * 1000;

/** How long a typed number counts: as long as an idle conversation can be resumed. */
const typedProofMs = 24 * hourMs;

/** How long the shop's word for a shopper counts: a long visit to a shop. */
const signedProofMs = 2 * hourMs;

/** How long a code counts: one visit to the chat, on a device that others may use after it. */
const codeProofMs = hourMs / 2;

/**
 * How long a link counts: a month, as shops keep their customers signed in. It ends before that when
 * the customer or the shop ends it, and with its conversation.
 */
const linkProofMs = 30 * 24 * hourMs;

/**
 * So many numbers of one utterance count as typed: a customer names two or three orders, and a list
 * of numbers to try is no proof of knowing one.
 */
const maxNumbersAtOnce = 3;

/** The maximum of numbers stored per conversation; the oldest are dropped first. Far more than an honest chat needs. */
const maxNumbers = 50;

/** The shop's server vouches for an account. */
export function learnFromSignature(proofs: Proof[], account: string, now: number): Proof[] {
  const signed = { kind: "account", value: account, source: "signed" } as const;
  return add(proofs, [{ ...signed, at: now, expires: now + signedProofMs }]);
}

/** The customer read a code in the mailbox of an account. */
export function learnFromCode(proofs: Proof[], account: string, now: number): Proof[] {
  const read = { kind: "account", value: account, source: "code" } as const;
  return add(proofs, [{ ...read, at: now, expires: now + codeProofMs }]);
}

/** The customer was signed in to an account of the shop; a conversation is linked with one at a time. */
export function learnFromLink(proofs: Proof[], account: string, now: number): Proof[] {
  const linked = { kind: "account", value: account, source: "link" } as const;
  const others = proofs.filter(({ source }) => source !== "link");
  return add(others, [{ ...linked, at: now, expires: now + linkProofMs }]);
}

/** Adds proofs from what a customer wrote. Only writing creates such a proof, never a tap. */
export function learnFromUtterance(proofs: Proof[], said: Recognition, now: number): Proof[] {
  const { orderNumbers, packageNumbers } = said.entities;
  const found = [...packageNumbers, ...orderNumbers].map((entity) => entity.value);
  const numbers = (said.bareIdentifier ? [said.bareIdentifier, ...found] : found).slice(
    0,
    maxNumbersAtOnce,
  );
  const typed = numbers.map((number) => numberProofOf(comparableNumber(number), "typed", now));
  return add(proofs, typed);
}

/**
 * Adds proofs from an account's list. If the account is proved, the numbers in it are the customer's own; if it was
 * only typed, a number typed with it belongs to it. Both are hard to guess.
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
  if (!canListOwn(question.userAccount)) return proofs;
  const typed = typedNumbers(proofs, now).filter((number) => numbers.includes(number));
  return add(
    proofs,
    typed.map((number) => numberProofOf(number, "listed", now)),
  );
}

/**
 * Checks whether the list of a typed account can be one customer's own. A shop that searches with LIKE lists all
 * customers' orders for a `%`; typing that would otherwise prove as much as knowing an email.
 */
export function canListOwn(account: string): boolean {
  return isMailAddress(account) || isPhone(account);
}

/** Returns the valid proof that this account belongs to the customer, or `null` if there is none. */
export function accountProof(proofs: Proof[], account: string, now: number): Proof | null {
  const asked = comparableAccount(account);
  return accountProofs(proofs, now).find(({ value }) => comparableAccount(value) === asked) ?? null;
}

const proves: ReadonlySet<Proof["source"]> = new Set(["signed", "code", "link"]);

/** Returns all valid proofs that the customer owns an account, newest first. */
export function accountProofs(proofs: Proof[], now: number): Proof[] {
  const proved = proofs.filter(
    ({ kind, source, expires }) => kind === "account" && proves.has(source) && expires > now,
  );
  return proved.reverse();
}

/** Returns the mailbox in which the customer read a code, while that proof is valid; `null` if there is none. */
export function provedMailbox(proofs: Proof[], now: number): string | null {
  const read = accountProofs(proofs, now).find(
    ({ source, value }) => source === "code" && isMailAddress(value),
  );
  return read?.value ?? null;
}

/** The numbers the customer typed lately. */
export function typedNumbers(proofs: Proof[], now: number): string[] {
  return proofs
    .filter(({ kind, source, expires }) => kind === "number" && source === "typed" && expires > now)
    .map(({ value }) => value);
}

const byStrength: Proof["source"][] = ["owned", "listed", "typed"];

/** Returns the strongest valid proof for this number, or `null` if there is none. */
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

function numberProofOf(value: string, source: "typed" | "listed", now: number): Proof {
  return { kind: "number", value, source, at: now, expires: now + typedProofMs };
}

function add(proofs: Proof[], learned: Proof[]): Proof[] {
  const replaced = (old: Proof) =>
    learned.some(
      (one) => one.kind === old.kind && one.value === old.value && one.source === old.source,
    );
  const all = [...proofs.filter((old) => !replaced(old)), ...learned];
  const numbers = all.filter(({ kind }) => kind === "number");
  return [...all.filter(({ kind }) => kind === "account"), ...numbers.slice(-maxNumbers)];
}
