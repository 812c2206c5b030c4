import type { OrderFilter } from "@meetbot/sdk";
import { classify, type OrderStatusCode, orderStatus } from "@meetbot/sdk/shop";
import type { WooConfig } from "./config.ts";
import type { OrderOutline } from "./woo-order.ts";

const drafts = ["checkout-draft", "auto-draft", "draft", "trash", "new"];
const unpaid = ["pending", "on-hold", "failed"];
const delivered = ["delivered", "picked-up"];

/** WooCommerce's own statuses, and those that plugins and owners add most often. */
const codes: Readonly<Record<string, [code: OrderStatusCode, words?: string]>> = {
  pending: ["unpaid"],
  "on-hold": ["unpaid", "On hold"],
  failed: ["unpaid", "Payment failed"],
  processing: ["processing"],
  completed: ["shipped", "Completed"],
  cancelled: ["canceled"],
  refunded: ["refunded"],
  shipped: ["shipped"],
  "partial-shipped": ["partially_shipped"],
  "partially-shipped": ["partially_shipped"],
  delivered: ["delivered"],
  "picked-up": ["delivered"],
};

/** Returns the list to which an order belongs, or null for a cart or a trashed order. */
export function filterOf(
  { status }: OrderOutline,
  { isCompletedOver }: Pick<WooConfig, "isCompletedOver">,
): OrderFilter | null {
  return classify({
    isDraft: drafts.includes(status),
    isCanceled: status === "cancelled",
    isRefunded: status === "refunded",
    isPaid: !unpaid.includes(status),
    isDelivered: delivered.includes(status) || (status === "completed" && isCompletedOver),
  });
}

/** Statuses that do not show whether the whole order has shipped. */
const saysNothing = ["processing", "completed", "shipped"];

/** Returns an order's status for customers; an owner's own status keeps its name. */
export function statusOf({ status }: OrderOutline, isPartlySent = false) {
  if (isPartlySent && saysNothing.includes(status)) return orderStatus("partially_shipped");
  const [code, words] = codes[status] ?? ["processing", wordsOf(status)];
  return orderStatus(code, words);
}

/** Whether the whole order was delivered. */
export function hasCome({ status }: OrderOutline): boolean {
  return delivered.includes(status);
}

/** `ready-for-pickup` → `Ready for pickup`. */
function wordsOf(slug: string): string {
  const words = slug.replace(/^wc-/, "").replaceAll(/[-_]/g, " ").trim();
  return words === "" ? "Processing" : words.charAt(0).toUpperCase() + words.slice(1);
}
