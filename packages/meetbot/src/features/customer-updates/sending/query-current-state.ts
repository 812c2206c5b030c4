import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { HeardAnswer } from "@meetbot/model/conversation/inbound-event.ts";
import { type Order, type Package, sameNumber } from "@meetbot/protocol";
import type { NotificationLease } from "../store/claim-notification.ts";

/** Sends the shop one query, for one notification. */
export type AskShop = (question: Question) => Promise<MerchantAnswer>;

/** The current state of an order or a parcel. */
export type Truth =
  | FoundTruth
  /** The shop has no order or parcel with that number. */
  | { kind: "gone" }
  /** The shop does not answer. */
  | { kind: "unavailable" };

export interface FoundTruth {
  kind: "found";
  /** The number of the order or parcel. */
  number: string;
  /** The status code, or the shop's wording if it has no code. */
  status: string;
  /** The shop's answers, the one about the item itself last. */
  heard: [...HeardAnswer[], HeardAnswer];
}

/** The subject of a push, and its recipient. */
export type Concerned = Pick<NotificationLease, "said" | "subscription">;

/**
 * Queries the shop for the current state. If the customer follows a whole account, also queries the account's lists,
 * which prove that the order is the customer's.
 */
export async function queryCurrentState(concerned: Concerned, ask: AskShop): Promise<Truth> {
  try {
    const isOfPackage = concerned.said.method === "package.changed";
    const found = await (isOfPackage ? askParcel : askOrder)(concerned, async (question) => {
      const answer = await ask(question);
      if (answer.kind === "unavailable") throw new ShopAwayError();
      return answer;
    });
    return found ?? { kind: "gone" };
  } catch (error) {
    if (error instanceof ShopAwayError) return { kind: "unavailable" };
    throw error;
  }
}

class ShopAwayError extends Error {
  override name = "ShopAwayError";
}

async function askOrder(concerned: Concerned, ask: AskShop): Promise<FoundTruth | null> {
  const orderNumber = followedOrder(concerned);
  const listed = await askLists(concerned, orderNumber, ask);
  if (listed) return orderTruth(listed.order, listed.heard);
  if (orderNumber === null) return null;
  const question = { method: "orders", orderNumber } as const;
  const order = orderIn(await ask(question), orderNumber);
  return order && orderTruth(order, readUpdatedOrder(question, order));
}

async function askParcel(concerned: Concerned, ask: AskShop): Promise<FoundTruth | null> {
  const { packageNumber } = concerned.said;
  const orderNumber = followedOrder(concerned) ?? (await orderToTest(concerned, ask));
  const byOrder = orderNumber === null ? null : await askFor({ orderNumber }, packageNumber, ask);
  const parcel =
    byOrder ??
    (packageNumber === null ? null : await askFor({ packageNumber }, packageNumber, ask));
  if (!parcel) return null;
  const listed = await askLists(concerned, parcel.found.order_number, ask);
  const answer = { kind: "packages" as const, packages: [parcel.found], hasNextPage: false };
  const question = listed
    ? { method: "packages" as const, orderNumber: parcel.found.order_number, page: 1 }
    : parcel.question;
  return {
    kind: "found",
    number: parcel.found.package_number,
    status: parcel.found.package_status_code ?? parcel.found.package_status,
    heard: [...(listed ? [listed.heard] : []), { question, answer }],
  };
}

/** The order that is followed, or that the push names. */
function followedOrder({ said, subscription: { scope, subject } }: Concerned): string | null {
  return said.orderNumber ?? (scope === "order" ? subject : null);
}

/** Returns the order for a test of account updates, which names none: the account's first one. */
async function orderToTest(concerned: Concerned, ask: AskShop): Promise<string | null> {
  if (concerned.said.packageNumber !== null) return null;
  return (await askLists(concerned, null, ask))?.order.order_number ?? null;
}

async function askFor(
  by: { orderNumber: string } | { packageNumber: string },
  packageNumber: string | null,
  ask: AskShop,
): Promise<{ question: Question; found: Package } | null> {
  const question: Question = { method: "packages", ...by, page: 1 };
  const found = packageIn(await ask(question), packageNumber);
  return found && { question, found };
}

/** Delivered orders are in the `past` list. */
const lists = ["open", "past"] as const;

async function askLists(
  { subscription: { scope, subject: userAccount } }: Concerned,
  orderNumber: string | null,
  ask: AskShop,
): Promise<{ order: Order; heard: HeardAnswer } | null> {
  if (scope !== "account") return null;
  for (const filter of lists) {
    const question = { method: "orders", userAccount, filter, page: 1, isLong: true } as const;
    const order = orderIn(await ask(question), orderNumber);
    if (order) return { order, heard: readUpdatedOrder(question, order) };
  }
  return null;
}

/** Returns the answer to a list with the updated order alone. */
function readUpdatedOrder(question: Question, order: Order): HeardAnswer {
  return { question, answer: { kind: "orders", orders: [order], hasNextPage: false } };
}

const orderTruth = (order: Order, heard: HeardAnswer): FoundTruth => {
  const { order_number: number, status_code, status } = order;
  return { kind: "found", number, status: status_code ?? status, heard: [heard] };
};

/** Returns the order with this number; the first one if `number` is `null`. */
function orderIn(answer: MerchantAnswer, number: string | null): Order | null {
  const orders = answer.kind === "orders" ? answer.orders : [];
  if (number === null) return orders[0] ?? null;
  return orders.find(({ order_number }) => sameNumber(order_number, number)) ?? null;
}

/** Returns the package with this number; the first one if `number` is `null`. */
export function packageIn(answer: MerchantAnswer, number: string | null): Package | null {
  const packages = answer.kind === "packages" ? answer.packages : [];
  if (number === null) return packages[0] ?? null;
  const isIt = ({ package_number, tracking_number }: Package) =>
    sameNumber(package_number, number) || sameNumber(tracking_number, number);
  return packages.find(isIt) ?? null;
}
