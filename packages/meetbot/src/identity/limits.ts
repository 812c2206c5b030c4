import type { IdentityPolicy } from "@meetbot/model/bot/bot.ts";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import type { Proof } from "@meetbot/model/conversation/proof.ts";
import type { Attempt } from "@meetbot/model/limit.ts";
import { comparableAccount, comparableNumber } from "@meetbot/protocol";
import { mailboxOf } from "./mailbox-of.ts";
import { accountProof, accountProofs, numberProof, typedNumbers } from "./proofs.ts";
import { widerNetworks } from "./wider-networks.ts";

const hourS = 60 * 60;
const dayS = 24 * hourS;

/** The parameters of a limit; `soft` and `share` as in an {@link Attempt}. */
export type Limit = Pick<Attempt, "max" | "windowS" | "soft" | "share">;

/**
 * Every limit, and how many different items each subject has in a window. The operator guide, "Limits on guessing",
 * explains the numbers.
 *
 * Limits of a bot are soft: a stranger with many networks exceeds them, and must not lock out everybody else by that.
 * Customers who stay within their share do not notice.
 */
export const limits = {
  conversation_numbers: { max: 20, share: 3, windowS: hourS },
  conversation_emails: { max: 5, share: 2, windowS: hourS },
  conversation_misses: { max: 10, windowS: hourS },
  conversation_codes: { max: 6, share: 0, windowS: hourS },
  conversation_links: { max: 6, share: 2, windowS: hourS },
  network_numbers: { max: 100, share: 6, windowS: hourS },
  network_emails: { max: 60, share: 4, windowS: hourS },
  network_misses: { max: 60, windowS: hourS },
  network_codes: { max: 30, windowS: hourS },
  network_queries: { max: 6000, windowS: hourS },
  network_56_numbers: { max: 200, share: 6, windowS: hourS },
  network_56_emails: { max: 120, share: 4, windowS: hourS },
  network_56_misses: { max: 120, windowS: hourS },
  network_56_codes: { max: 60, windowS: hourS },
  network_48_numbers: { max: 400, share: 6, windowS: hourS },
  network_48_emails: { max: 240, share: 4, windowS: hourS },
  network_48_misses: { max: 240, windowS: hourS },
  network_48_codes: { max: 120, windowS: hourS },
  account_numbers: { max: 40, windowS: dayS },
  account_emails: { max: 10, windowS: dayS },
  email_numbers: { max: 20, windowS: dayS },
  email_codes: { max: 3, windowS: hourS },
  email_network_codes: { max: 1, windowS: hourS },
  email_reserve_codes: { max: 3, windowS: hourS },
  order_emails: { max: 5, windowS: dayS },
  bot_numbers: { max: 1000, soft: true, windowS: hourS },
  bot_emails: { max: 1000, soft: true, windowS: hourS },
  bot_misses: { max: 1000, windowS: hourS },
  bot_codes: { max: 1000, soft: true, windowS: hourS },
  bot_links: { max: 1000, soft: true, windowS: hourS },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** The customer who makes an attempt, and what they proved. */
export interface RateLimitSubject {
  conversationId: string;
  /** The customer's /24 or /64 network; `null` if the channel does not report it. */
  network: string | null;
  /** Their device did work for this. */
  worked?: boolean;
  proofs: Proof[];
  policy: IdentityPolicy;
  /** Unix milliseconds. */
  now: number;
}

/**
 * Returns what is counted before Meetbot queries the merchant. A customer's own account and its orders are free, so
 * nothing that a stranger uses up keeps them from it. For all else, a customer who proved some account is counted like
 * everybody, and by that account too: anyone can soon prove a mailbox of their own.
 */
export function lookUpAttempts(question: Question, trier: RateLimitSubject): Attempt[] {
  if (isFree(question, trier)) return [];
  const counted = "userAccount" in question ? "emails" : "numbers";
  const item = itemOf(question);
  const [account] = accountProofs(trier.proofs, trier.now);
  return [
    attempt(`conversation_${counted}`, trier.conversationId, item),
    attempt("conversation_misses", trier.conversationId, null),
    ...ofNetwork(trier, counted, item),
    ...ofNetwork(trier, "misses", null),
    ...(account ? [attempt(`account_${counted}`, mailboxOf(account.value), item)] : []),
    ...("userAccount" in question ? numbersWith(item, trier) : []),
    attempt(`bot_${counted}`, "", item),
    attempt("bot_misses", "", null),
  ];
}

/**
 * What each query counts against, even one that is otherwise free: repeating a question costs the shop as much again.
 * Each node counts in its memory.
 */
export function queryAttempts(question: Question, trier: RateLimitSubject): Attempt[] {
  return [attempt("network_queries", placeOf(trier), JSON.stringify(question))];
}

/** Each number typed is a guess at the account that is looked into. */
function numbersWith(email: string, { proofs, now }: RateLimitSubject): Attempt[] {
  return typedNumbers(proofs, now).map((number) =>
    attempt("email_numbers", mailboxOf(email), number),
  );
}

/**
 * Returns the attempts to count when the shop has orders for an email: each typed number is a guess at that email's
 * account. An email that the shop does not have counts as no guess: otherwise a stranger could lock the customer out of
 * the number with made-up emails.
 */
export function emailGuesses(question: Question, trier: RateLimitSubject): Attempt[] {
  if (!("userAccount" in question) || isFree(question, trier)) return [];
  const email = itemOf(question);
  return typedNumbers(trier.proofs, trier.now).map((number) =>
    attempt("order_emails", number, email),
  );
}

/** Returns the attempts to count when the shop finds nothing for that email or number. */
export function lookUpMiss(question: Question, trier: RateLimitSubject): Attempt[] {
  if (isFree(question, trier)) return [];
  return miss(itemOf(question), trier);
}

/**
 * Returns the attempts to count before a code is sent. `id` makes each sending distinct. Work done for a code counts
 * instead of the network, so a network whose limit others have used up locks nobody out.
 */
export function codeAttempts(email: string, id: string, trier: RateLimitSubject): Attempt[] {
  // The pair of email and network is only counted: `email_codes` reports what strangers used up.
  const { max } = limits.email_codes;
  const fromHere = { ...attempt("email_network_codes", mailboxAt(email, trier), id), max };
  return [attempt("email_codes", mailboxOf(email), id), fromHere, ...codesBy(id, trier)];
}

/**
 * Returns the attempts to count instead once a mailbox has used all its codes: a network that has not yet requested a
 * code for that mailbox gets one from a reserve. So a stranger who has an email cannot keep its owner from getting a
 * code.
 */
export function firstCodeAttempts(email: string, id: string, trier: RateLimitSubject): Attempt[] {
  return [
    attempt("email_reserve_codes", mailboxOf(email), id),
    attempt("email_network_codes", mailboxAt(email, trier), id),
    ...codesBy(id, trier),
  ];
}

/** Checks whether a limit counts only the codes sent to one mailbox. */
export const isOfMailbox = (limit: string) =>
  limit === "email_codes" || limit === "email_network_codes";

/** Returns the key for a mailbox and the place that requests its codes. */
const mailboxAt = (email: string, trier: RateLimitSubject) =>
  JSON.stringify([mailboxOf(email), placeOf(trier)]);

/** Returns the customer's location as one key: a /48, because one IPv6 line may have 65,536 networks of /64. */
function placeOf({ network, conversationId }: RateLimitSubject): string {
  return network === null ? conversationId : (widerNetworks(network)?.of48 ?? network);
}

function codesBy(id: string, trier: RateLimitSubject): Attempt[] {
  return [
    attempt("conversation_codes", trier.conversationId, id),
    attempt("conversation_misses", trier.conversationId, null),
    ...(trier.worked ? [] : ofNetwork(trier, "codes", id)),
    ...ofNetwork(trier, "misses", null),
    attempt("bot_codes", "", id),
  ];
}

/** Returns the attempts to count before a link is created. `id` makes each attempt unique. */
export function linkAttempts(id: string, trier: RateLimitSubject): Attempt[] {
  return [
    attempt("conversation_links", trier.conversationId, id),
    attempt("conversation_misses", trier.conversationId, null),
    attempt("bot_links", "", id),
  ];
}

/**
 * Whether a customer beyond this limit is refused. Beyond the other limits, the bot still answers but shows less:
 * meanwhile a number alone proves nothing, and only customers whom the shop knows get a code.
 */
export function isStopping(limit: string): boolean {
  return !narrowing.has(limit);
}

const narrowing: ReadonlySet<string> = new Set<LimitName>([
  "bot_misses",
  "bot_numbers",
  "bot_codes",
]);

/** Returns the attempts to count when a code, or the digits from the shop's page, are wrong. */
export function codeMiss(id: string, trier: RateLimitSubject): Attempt[] {
  return miss(id, trier);
}

function miss(item: string, trier: RateLimitSubject): Attempt[] {
  return [
    attempt("conversation_misses", trier.conversationId, item),
    ...ofNetwork(trier, "misses", item),
    attempt("bot_misses", "", item),
  ];
}

function isFree(question: Question, { policy, proofs, now }: RateLimitSubject): boolean {
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

/** Returns the attempts to count for the network and for those around it. */
function ofNetwork(
  { network }: RateLimitSubject,
  counted: "numbers" | "emails" | "misses" | "codes",
  item: string | null,
): Attempt[] {
  if (network === null) return [];
  const wider = widerNetworks(network);
  return [
    attempt(`network_${counted}`, network, item),
    ...(wider
      ? [
          attempt(`network_56_${counted}`, wider.of56, item),
          attempt(`network_48_${counted}`, wider.of48, item),
        ]
      : []),
  ];
}

function attempt(limit: LimitName, subject: string, item: string | null): Attempt {
  return { limit, subject, item, ...limits[limit] };
}
