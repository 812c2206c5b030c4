import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import { comparableAccount, type Order, type Package } from "@meetbot/protocol";
import type { Evidence } from "../../identity/levels.ts";
import { numberProof } from "../../identity/proofs.ts";
import { redact } from "../../identity/redact.ts";

/** An order or a package in the shop's answer, and the part of it that one customer may see. */
export type SeenItem =
  | { kind: "order"; item: Order; seen: Shown<SeenOrder> | null }
  | { kind: "package"; item: Package; seen: Shown<Package> | null };

/** The evidence that decides which part of an answer a customer may see. */
export interface CustomerEvidence extends Pick<Evidence, "numberAlone" | "now"> {
  bot: Pick<Bot, "policy" | "timeZone">;
  state: Pick<ConversationState, "dialog" | "proofs"> | null;
}

/**
 * Returns what a customer may see of the answer to an operator's query, as if the customer had asked: only the details
 * and proofs that they gave themselves count, the operator's rights add nothing. `null` if they may see nothing, not
 * even that it exists.
 */
export function customerSees(
  question: Question,
  answer: MerchantAnswer,
  evidence: CustomerEvidence,
): SeenItem[] {
  switch (answer.kind) {
    case "orders":
      return answer.orders.map((item) => {
        const asked = askedBy(question, item, evidence);
        const shown = redact({ ...answer, orders: [item] }, judging(asked, evidence));
        const seen = shown.kind === "orders" ? shown.orders[0] : undefined;
        return { kind: "order", item, seen: named(asked, seen, evidence) };
      });
    case "packages":
      return answer.packages.map((item) => {
        const shown = redact({ ...answer, packages: [item] }, judging(question, evidence));
        const seen = shown.kind === "packages" ? shown.packages[0] : undefined;
        return { kind: "package", item, seen: named(question, seen, evidence) };
      });
    default:
      return [];
  }
}

/** Ignores an account that the customer has not named: its orders are rated by their numbers alone. */
function askedBy(question: Question, order: Order, { state, now }: CustomerEvidence): Question {
  if (!("userAccount" in question)) return question;
  const own = comparableAccount(question.userAccount);
  const isSame = (account: string | null) => account !== null && comparableAccount(account) === own;
  const isProved = (state?.proofs ?? []).some(
    ({ kind, value, expires }) => kind === "account" && expires > now && isSame(value),
  );
  const isNamed = isProved || isSame(state?.dialog.email ?? null);
  return isNamed ? question : { method: "orders", orderNumber: order.order_number };
}

function judging(question: Question, { bot, state, numberAlone, now }: CustomerEvidence): Evidence {
  const { policy, timeZone } = bot;
  const evidence = { question, proofs: state?.proofs ?? [], policy, numberAlone, now, timeZone };
  return { ...evidence, ...(state && { locale: state.dialog.locale }) };
}

/** Returns nothing for a number that the customer has not named: its existence would be news to them. */
function named<Item>(
  question: Question,
  seen: Shown<Item> | undefined,
  { state, now }: CustomerEvidence,
): Shown<Item> | null {
  if (!seen) return null;
  if (seen.level !== 0 || "userAccount" in question) return seen;
  const number = "orderNumber" in question ? question.orderNumber : question.packageNumber;
  return numberProof(state?.proofs ?? [], number, now) ? seen : null;
}
