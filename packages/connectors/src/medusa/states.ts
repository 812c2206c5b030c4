import type { OrderFilter } from "@meetbot/sdk";
import { classify, type OrderStatusCode, orderStatus, packageStatus } from "@meetbot/sdk/shop";
import type { ItemOutline, MedusaFulfillment, OrderOutline } from "./medusa-order.ts";

/*
 * The three statuses of an order, as Medusa's admin API has them: `AdminOrder` in https://docs.medusajs.com/api/admin#orders.
 */

const paid = ["authorized", "partially_captured", "captured", "partially_refunded"];

/** Set by an owner who has finished with the order, whatever its earlier status. */
const over = ["completed", "archived"];

const sentCodes: Readonly<Record<string, [code: OrderStatusCode, words?: string]>> = {
  partially_shipped: ["partially_shipped"],
  shipped: ["shipped"],
  partially_delivered: ["partially_shipped", "Partially delivered"],
  delivered: ["delivered"],
};

type Statuses = Pick<
  OrderOutline,
  "status" | "payment_status" | "fulfillment_status" | "is_draft_order" | "items"
> & { fulfillments?: readonly MedusaFulfillment[] | null };

/** Returns the list to which an order belongs, or null while an owner is still drafting it. */
export function filterOf(order: Statuses): OrderFilter | null {
  const { status, payment_status: payment, fulfillment_status: sent } = order;
  return classify({
    isDraft: status === "draft" || order.is_draft_order === true,
    isCanceled: isCanceled(order),
    isRefunded: payment === "refunded",
    isPaid: isPaid(order),
    isDelivered: over.includes(status) || sent === "delivered" || returned(order) === "all",
  });
}

/** Returns an order's status for customers. */
export function statusOf(order: Statuses) {
  return orderStatus(...codeOf(order));
}

function codeOf(order: Statuses): [code: OrderStatusCode, words?: string] {
  const { status, payment_status: payment, fulfillment_status: sent } = order;
  if (isCanceled(order)) return ["canceled"];
  if (payment === "refunded") return ["refunded"];
  if (!isPaid(order)) return ["unpaid"];
  if (returned(order) === "all") return ["returned"];
  if (sent === "delivered" && returned(order) === "some")
    return ["delivered", "Partially returned"];
  // In Medusa, “fulfilled” means packed; only the parcels show whether some of the order has shipped.
  const hasLeft = (order.fulfillments ?? []).some((one) => one.shipped_at && !one.canceled_at);
  if (sent === "partially_fulfilled" && hasLeft) return ["partially_shipped"];
  return sentCodes[sent] ?? (over.includes(status) ? ["delivered", "Completed"] : ["processing"]);
}

/** How many of a line the customer has, or is to get. */
export function quantityLeft({ quantity, detail }: ItemOutline): number {
  const { return_received_quantity: received, return_dismissed_quantity: dismissed } = detail ?? {};
  return quantity - (received ?? 0) - (dismissed ?? 0);
}

function returned({ items }: Statuses): "all" | "some" | "none" {
  const back = (items ?? []).filter((item) => quantityLeft(item) < item.quantity);
  if (back.length === 0) return "none";
  return (items ?? []).every((item) => quantityLeft(item) <= 0) ? "all" : "some";
}

/** Returns a fulfillment's status for customers, from which of its moments have passed. */
export function packageStatusOf(fulfillment: MedusaFulfillment) {
  if (fulfillment.canceled_at) return packageStatus("canceled");
  if (fulfillment.delivered_at) return packageStatus("delivered");
  return packageStatus(fulfillment.shipped_at ? "in_transit" : "preparing");
}

function isCanceled({ status, payment_status: payment }: Statuses): boolean {
  return status === "canceled" || payment === "canceled";
}

function isPaid({ status, payment_status: payment }: Statuses): boolean {
  return over.includes(status) || (status !== "requires_action" && paid.includes(payment));
}
