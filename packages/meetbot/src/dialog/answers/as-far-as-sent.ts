import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import { isPartlySent } from "@meetbot/presentation";
import type { Package } from "@meetbot/protocol";

/**
 * Returns an order as its packages show it: an order that they show as partly sent is shown so everywhere, whatever its
 * status. `hasMore`: these are not all of its packages.
 */
export function asFarAsSent(
  order: Shown<SeenOrder>,
  packages: readonly Shown<Package>[],
  hasMore: boolean,
): Shown<SeenOrder> {
  const visible = packages.flatMap(({ level, item }) => (level === 0 ? [] : [item]));
  const isSeen = order.level === 1 || order.level === 2;
  const isPartly = isSeen && isPartlySent({ order: order.item, packages: visible, hasMore });
  return isPartly ? { ...order, item: { ...order.item, status_code: "partially_shipped" } } : order;
}
