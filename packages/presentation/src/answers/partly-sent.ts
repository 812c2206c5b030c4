import type { Order, Package } from "@meetbot/protocol";
import { isSent, sentGoods } from "../parcels/sent-goods.ts";
import { orderStage } from "../status/item-stage.ts";
import { type Stage, stages } from "../status/stages.ts";
import { say } from "../text/say.ts";
import { itemsIn } from "./items-in.ts";
import type { Telling } from "./telling.ts";

/** An order and its packages, as far as they may be seen. */
export interface Sending {
  order: Partial<Order>;
  packages: readonly Partial<Package>[];
  /** Whether more packages exist, or may exist, than these. */
  hasMore: boolean;
}

/** The shop has finished the order, or the order never left; missing items in its packages then mean nothing. */
const closed: ReadonlySet<Stage> = new Set<Stage>([
  ...([
    "unpaid",
    "delivered",
    "completed",
    "canceled",
    "refunded",
    "returning",
    "returned",
  ] as const),
]);

/**
 * Checks whether only part of an order was sent: the shop says so, one of its packages has not left yet, or the
 * packages contain less than was ordered. Refunded items need not be sent.
 */
export function isPartlySent({ order, packages, hasMore }: Sending): boolean {
  const stage = orderStage(order);
  if (stage === "partially_shipped") return true;
  if ((stage && closed.has(stage)) || !packages.some(isSent)) return false;
  if (packages.some((pkg) => isSent(pkg) === false)) return true;
  const goods = hasMore || order.refunds?.length ? null : sentGoods(order, packages);
  return goods !== null && !goods.isAllPacked;
}

/**
 * Returns sentences that say that an order was sent in part, and which part, as far as the shop reports it. `name`: the
 * order's name in the sentence.
 */
export function partlyTold(
  { order, packages, hasMore }: Sending,
  name: string,
  { locale }: Telling,
): string[] {
  const told = say(locale, "wherePartial", { order: name });
  // Packages beyond these may contain more of the order, so the unsent items are unknown.
  if (hasMore) return [told];
  const { count = 0, sent, left = [] } = sentGoods(order, packages) ?? {};
  const items = itemsIn(left, locale);
  if (sent && items) return [told, say(locale, "partlyGoods", { sent, count, items })];
  // If each package lists its own contents, one sentence is enough.
  return packages.length > 0 && packages.every((pkg) => namesGoods(pkg) && isSent(pkg) !== null)
    ? [told]
    : [told, say(locale, "partlyUnknown")];
}

const namesGoods = ({ product_name, elements = [] }: Partial<Package>) =>
  Boolean(product_name) || elements.length > 0;

/** Returns whether all of an order was sent; `null` if the visible fields do not show it. */
export function isAllSent({ order, packages, hasMore }: Sending): boolean | null {
  const stage = orderStage(order);
  if (isPartlySent({ order, packages, hasMore })) return false;
  if (packages.some((pkg) => isSent(pkg) === false)) return false;
  if (stage && (stages[stage].step === "ordered" || stage === "unpaid" || stage === "paid")) {
    const goods = hasMore ? null : sentGoods(order, packages);
    return goods ? goods.left.length === 0 : packages.length > 0 ? null : false;
  }
  const isClaimed =
    stage !== undefined && (stage === "completed" || stages[stage].step !== undefined);
  return isClaimed && !hasMore ? true : null;
}
