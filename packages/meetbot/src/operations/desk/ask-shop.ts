import type { NumberAlone } from "@meetbot/model/bot/bot.ts";
import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Level } from "@meetbot/model/conversation/proof.ts";
import { sameNumber } from "@meetbot/protocol";
import { needsPackages } from "../../dialog/answers/order-answer.ts";
import { howItStands } from "../../dialog/dialogs/moves.ts";
import { isStopping, lookUpAttempts } from "../../identity/limits.ts";
import { accountProofs } from "../../identity/proofs.ts";
import type { Limits } from "../../platform/attempts/limits.ts";
import type { DatabaseClock } from "../../platform/postgres/database-clock.ts";
import type { DeliveryLog } from "../../store/logs/delivery-log.ts";
import type { Asker, WorkerParts } from "../../turn/work/work.ts";
import { type CustomerEvidence, customerSees, type SeenItem } from "./customer-sees.ts";

/** The dependencies of an operator's query to a shop. */
export interface AskShopDeps {
  askMerchant: WorkerParts["askMerchant"];
  deliveryLog: DeliveryLog;
  limits: Pick<Limits, "count">;
  /** By which proofs end. */
  clock: DatabaseClock;
  /** Ends with the server. */
  closing: AbortSignal;
}

/** The operator who sends the query, and the conversation they have open. */
export interface OperatorAsking {
  asker: Asker;
  ref: ConversationRef;
  operatorId: string;
  state: ConversationState | null;
}

/** A question and the shop's answer. */
export interface ShopSaid {
  question: Question;
  answer: MerchantAnswer;
}

async function ask(
  question: Question,
  { asker, ref, operatorId, state }: OperatorAsking,
  { askMerchant, deliveryLog, closing }: AskShopDeps,
): Promise<ShopSaid> {
  const { answer, delivery } = await askMerchant(asker, question, closing, {
    locale: state?.dialog.locale,
  });
  if (delivery) await deliveryLog.addLookUp(ref, operatorId, delivery);
  return { question, answer };
}

const lists = ["open", "past", "unpaid"] as const;

/**
 * Queries the shop for an operator, through the same breaker and request slots as all queries, and logs the query. If
 * the customer has proved an account, also searches its lists for an order, because they let the customer see the whole
 * order.
 */
export async function askShop(
  question: Question,
  asking: OperatorAsking,
  deps: AskShopDeps,
): Promise<[ShopSaid, ...ShopSaid[]]> {
  const said = await ask(question, asking, deps);
  const now = deps.clock.now();
  const [account] = accountProofs(asking.state?.proofs ?? [], now);
  if (!account || !("orderNumber" in question) || !isThere(said)) return [said];
  const { bot } = asking.asker;
  const { state } = asking;
  const known = customerSees(question, said.answer, { bot, state, numberAlone: "never", now });
  if (known.some(({ seen }) => seen?.level === 2)) return [said];
  for (const filter of lists) {
    const userAccount = account.value;
    const list = await ask(
      { method: "orders", userAccount, filter, page: 1, isLong: true },
      asking,
      deps,
    );
    const own = only(list, question.orderNumber);
    if (isThere(own)) return [said, own];
  }
  return [said];
}

/** Returns the packages of an order whose card is sent, if they add details that the order lacks. */
export async function askForParcels(
  order: SeenItem | undefined,
  asking: OperatorAsking,
  deps: AskShopDeps,
): Promise<ShopSaid | null> {
  if (order?.kind !== "order" || !order.seen || !needsPackages(order.seen, howItStands))
    return null;
  const orderNumber = order.item.order_number;
  return ask({ method: "packages", orderNumber, page: 1 }, asking, deps);
}

const isThere = ({ answer }: ShopSaid): boolean =>
  (answer.kind === "orders" && answer.orders.length > 0) ||
  (answer.kind === "packages" && answer.packages.length > 0);

function only({ question, answer }: ShopSaid, number: string): ShopSaid {
  if (answer.kind !== "orders") return { question, answer };
  const orders = answer.orders.filter((order) => sameNumber(order.order_number, number));
  return { question, answer: { ...answer, orders } };
}

const strength: Record<Level, number> = { 0: 1, package: 2, 1: 3, 2: 4 };

/** Returns the shop's items, each with the most that the customer may see of it. */
export function seenOf(said: readonly ShopSaid[], evidence: CustomerEvidence): SeenItem[] {
  const [first, ...others] = said.map(({ question, answer }) =>
    customerSees(question, answer, evidence),
  );
  const strengthOf = ({ seen }: SeenItem) => (seen ? strength[seen.level] : 0);
  return (first ?? []).map((item) =>
    others
      .flat()
      .filter((other) => isSame(other, item))
      .reduce((best, other) => (strengthOf(other) > strengthOf(best) ? other : best), item),
  );
}

function isSame(one: SeenItem, other: SeenItem): boolean {
  return one.kind === other.kind && sameNumber(numberOf(one), numberOf(other));
}

/** Returns the number by which the item is queried. */
export const numberOf = (one: SeenItem): string =>
  one.kind === "order" ? one.item.order_number : one.item.package_number;

/**
 * Checks what a number alone proves now. While someone is guessing numbers on the bot, it proves nothing here either.
 */
export async function numberAloneNow(
  { asker: { bot }, ref, state }: OperatorAsking,
  question: Question,
  { limits, clock }: Pick<AskShopDeps, "limits" | "clock">,
): Promise<NumberAlone> {
  const { policy, id, numberAlone } = bot;
  const proofs = state?.proofs ?? [];
  const trier = {
    conversationId: ref.conversationId,
    network: null,
    proofs,
    policy,
    now: clock.now(),
  };
  // Looked at, and not counted: the customer tries nothing.
  const attempts = lookUpAttempts(question, trier)
    .filter(({ limit }) => !isStopping(limit))
    .map(({ share: _, ...attempt }) => ({ ...attempt, item: null }));
  return (await limits.count(id, attempts)).length > 0 ? "never" : numberAlone;
}
