import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { SeenItem } from "./customer-sees.ts";

/** The most packages of one number on a card: a chat shows no more without scrolling. */
const maxOnCard = 3;

/**
 * Returns the card of what the customer may see: an order with its package, laid out like the bot's card; `null` if
 * they may see nothing.
 */
export function cardOf(
  items: readonly SeenItem[],
  inside: readonly SeenItem[],
  locale: Locale,
): OutboundReply | null {
  const orders = items.flatMap((one) => (one.kind === "order" && one.seen ? [one.seen] : []));
  const packages = items.flatMap((one) => (one.kind === "package" && one.seen ? [one.seen] : []));
  const [order] = orders;
  if (order) {
    const [parcel] = inside.flatMap((one) =>
      one.kind === "package" && one.seen && one.seen.level !== 0 ? [one.seen.item] : [],
    );
    const whole = parcel ? { ...order, item: { ...order.item, parcel } } : order;
    return { kind: "orders", orders: [whole], locale };
  }
  if (packages.length > 0) {
    return { kind: "packages", packages: packages.slice(0, maxOnCard), locale };
  }
  return null;
}
