import { comparableAccount, comparableNumber } from "@meetbot/protocol";
import type { Question } from "../model/ask.ts";
import type { IdentityPolicy } from "../model/bot.ts";
import type { Attempt } from "../model/limit.ts";
import type { Proof } from "../model/proof.ts";
import { accountProof, accountProofs, numberProof, typedNumbers } from "./proofs.ts";

const hourS = 60 * 60;
const dayS = 24 * hourS;

/**
 * Every limit, and how many different items each subject has in a window. The reasons of the
 * numbers stand in the operator guide, "Limits on guessing".
 */
export const limits = {
  conversation_numbers: { max: 20, windowS: hourS },
  conversation_emails: { max: 5, windowS: hourS },
  conversation_misses: { max: 10, windowS: hourS },
  conversation_codes: { max: 6, windowS: hourS },
  conversation_links: { max: 6, windowS: hourS },
  network_numbers: { max: 100, windowS: hourS },
  network_emails: { max: 60, windowS: hourS },
  network_misses: { max: 60, windowS: hourS },
  network_codes: { max: 30, windowS: hourS },
  account_numbers: { max: 40, windowS: dayS },
  account_emails: { max: 10, windowS: dayS },
  email_numbers: { max: 20, windowS: dayS },
  email_codes: { max: 3, windowS: hourS },
  order_emails: { max: 5, windowS: dayS },
  bot_misses: { max: 1000, windowS: hourS },
  bot_codes: { max: 1000, windowS: hourS },
  bot_links: { max: 1000, windowS: hourS },
} as const;

export type LimitName = keyof typeof limits;

/** Who tries, and what they proved. */
export interface Trier {
  conversationId: string;
  /** The /24 or /64 network they come from; `null`: the channel does not tell. */
  network: string | null;
  proofs: Proof[];
  policy: IdentityPolicy;
  /** Unix milliseconds. */
  now: number;
}

/**
 * What is counted before the merchant is asked. A customer's own account and its orders are free, so
 * nothing that a stranger uses up keeps them from it. For all else, whoever has proved some account
 * is counted as everybody is, and by that account too: a mailbox of one's own is soon proved.
 */
export function lookUpAttempts(question: Question, trier: Trier): Attempt[] {
  if (isFree(question, trier)) return [];
  const counted = "userAccount" in question ? "emails" : "numbers";
  const item = itemOf(question);
  const [account] = accountProofs(trier.proofs, trier.now);
  return [
    attempt(`conversation_${counted}`, trier.conversationId, item),
    attempt("conversation_misses", trier.conversationId, null),
    ...ofNetwork(trier, [`network_${counted}`, item], ["network_misses", null]),
    ...(account ? [attempt(`account_${counted}`, comparableAccount(account.value), item)] : []),
    ...("userAccount" in question ? pairs(item, trier) : []),
    attempt("bot_misses", "", null),
  ];
}

/** Each number typed is a guess at the account that is looked into, and the other way round. */
function pairs(email: string, { proofs, now }: Trier): Attempt[] {
  return typedNumbers(proofs, now).flatMap((number) => [
    attempt("email_numbers", email, number),
    attempt("order_emails", number, email),
  ]);
}

/** What is counted when the shop knows nothing by that email or number. */
export function lookUpMiss(question: Question, trier: Trier): Attempt[] {
  if (isFree(question, trier)) return [];
  return miss(itemOf(question), trier);
}

/** What is counted before a code is sent. `id` makes each sending one of its own. */
export function codeAttempts(email: string, id: string, trier: Trier): Attempt[] {
  return [
    attempt("email_codes", mailboxOf(email), id),
    attempt("conversation_codes", trier.conversationId, id),
    attempt("conversation_misses", trier.conversationId, null),
    ...ofNetwork(trier, ["network_codes", id], ["network_misses", null]),
    attempt("bot_codes", "", id),
  ];
}

/** What is counted before a link is made. `id` makes each of them one of its own. */
export function linkAttempts(id: string, trier: Trier): Attempt[] {
  return [
    attempt("conversation_links", trier.conversationId, id),
    attempt("conversation_misses", trier.conversationId, null),
    attempt("bot_links", "", id),
  ];
}

/** Most mail servers put `name+anything@…` into the mailbox of `name@…`: it is flooded as one. */
function mailboxOf(email: string): string {
  return comparableAccount(email).replace(/\+[^@]*/, "");
}

/** What is counted when a code is wrong, or the digits of the shop's page. */
export function codeMiss(id: string, trier: Trier): Attempt[] {
  return miss(id, trier);
}

function miss(item: string, trier: Trier): Attempt[] {
  return [
    attempt("conversation_misses", trier.conversationId, item),
    ...ofNetwork(trier, ["network_misses", item]),
    attempt("bot_misses", "", item),
  ];
}

function isFree(question: Question, { policy, proofs, now }: Trier): boolean {
  if (policy === "off") return true; // everything is shown to everybody: there is nothing to guess
  if ("userAccount" in question) return accountProof(proofs, question.userAccount, now) !== null;
  return numberProof(proofs, itemOf(question), now)?.source === "owned";
}

function itemOf(question: Question): string {
  if ("userAccount" in question) return comparableAccount(question.userAccount);
  return comparableNumber(
    "orderNumber" in question ? question.orderNumber : question.packageNumber,
  );
}

function ofNetwork({ network }: Trier, ...counted: [LimitName, string | null][]): Attempt[] {
  return network === null ? [] : counted.map(([limit, item]) => attempt(limit, network, item));
}

function attempt(limit: LimitName, subject: string, item: string | null): Attempt {
  return { limit, subject, item, ...limits[limit] };
}
