import type { OrderFilter } from "@meetbot/sdk";
import {
  classify,
  type OrderStatusCode,
  orderStatus,
  type PackageStatusCode,
  packageStatus,
} from "@meetbot/sdk/shop";
import type { ShoplazzaOrder } from "./shoplazza-order.ts";

/*
 * The three statuses of an order, as Shoplazza's list of orders may be filtered by them:
 * https://www.shoplazza.dev/reference/order-list-3, and in the registry of its own command line (version 2026-01).
 */

const paid = ["authorized", "paid", "refunding", "refund_failed", "partially_refunded"];
const returns = ["returning", "partially_returned", "returned"];

const sentCodes: Readonly<Record<string, [code: OrderStatusCode, words?: string]>> = {
  partially_shipped: ["partially_shipped"],
  shipped: ["shipped"],
  partially_finished: ["partially_shipped", "Partially delivered"],
  finished: ["delivered"],
  returning: ["returning"],
  partially_returned: ["delivered", "Partially returned"],
  returned: ["returned"],
};

const packageCodes: Readonly<Record<string, PackageStatusCode>> = {
  initialled: "preparing",
  pending: "preparing",
  waiting: "preparing",
  shipped: "in_transit",
  finished: "delivered",
  delivered: "delivered",
  returning: "returning",
  returned: "returned",
  cancelled: "canceled",
};

/**
 * Returns the list that an order belongs in, or null for an abandoned checkout, which Shoplazza stores among the
 * orders.
 */
export function filterOf(order: ShoplazzaOrder): OrderFilter | null {
  const { status, financial_status: payment, fulfillment_status: sent } = order;
  return classify({
    isDraft: status === "opened" && payment === "waiting",
    isCanceled: isCanceled(order),
    isRefunded: payment === "refunded",
    isPaid: isPaid(order),
    isDelivered: status === "finished" || sent === "finished" || returns.includes(sent),
  });
}

/** Returns an order's status for customers. */
export function statusOf(order: ShoplazzaOrder) {
  return orderStatus(...codeOf(order));
}

function codeOf(order: ShoplazzaOrder): [code: OrderStatusCode, words?: string] {
  const { status, financial_status: payment, fulfillment_status: sent } = order;
  if (isCanceled(order)) return ["canceled"];
  if (payment === "refunded") return ["refunded"];
  if (!isPaid(order)) return payment === "failed" ? ["unpaid", "Payment failed"] : ["unpaid"];
  const code = sentCodes[sent];
  if (code) return code;
  return status === "finished" ? ["delivered", "Completed"] : ["processing"];
}

/** Returns a fulfillment's status for customers. */
export function packageStatusOf(status: string) {
  return packageStatus(packageCodes[status] ?? "in_transit");
}

function isCanceled({ status, financial_status: payment, cancelled_at: at }: ShoplazzaOrder) {
  return status === "cancelled" || payment === "cancelled" || Boolean(at);
}

/** Checks whether an order counts as paid; cash on delivery counts as promised payment. */
function isPaid({ payment_method: method, financial_status: payment, status }: ShoplazzaOrder) {
  return paid.includes(payment) || (method === "cod" && status !== "opened");
}
