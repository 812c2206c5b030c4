import type { OrderFilter } from "@meetbot/sdk";
import {
  classify,
  type OrderStatusCode,
  orderStatus,
  type PackageStatusCode,
  packageStatus,
} from "@meetbot/sdk/shop";
import type { OrderOutline, ShopifyFulfillment, ShopifyOrder } from "./shopify-order.ts";

const unpaid = ["PENDING", "PARTIALLY_PAID", "EXPIRED"];
const delivered = ["DELIVERED", "PICKED_UP"];

const packageCodes: Readonly<Record<string, PackageStatusCode>> = {
  SUBMITTED: "preparing",
  CONFIRMED: "preparing",
  LABEL_PURCHASED: "info_received",
  LABEL_PRINTED: "info_received",
  CARRIER_PICKED_UP: "picked_up",
  FULFILLED: "in_transit",
  MARKED_AS_FULFILLED: "in_transit",
  IN_TRANSIT: "in_transit",
  DELAYED: "exception",
  FAILURE: "exception",
  READY_FOR_PICKUP: "ready_for_pickup",
  OUT_FOR_DELIVERY: "out_for_delivery",
  ATTEMPTED_DELIVERY: "attempt_failed",
  NOT_DELIVERED: "attempt_failed",
  DELIVERED: "delivered",
  PICKED_UP: "delivered",
  CANCELED: "canceled",
  LABEL_VOIDED: "canceled",
};

/** In which list an order belongs; null for a test of the owner's. */
export function filterOf(order: OrderOutline): OrderFilter | null {
  const { displayFinancialStatus: payment, cancelledAt, closed, test } = order;
  return classify({
    isDraft: test,
    isCanceled: cancelledAt !== null || payment === "VOIDED",
    isRefunded: payment === "REFUNDED",
    isPaid: !unpaid.includes(payment ?? ""),
    // For the shop, an order that an owner has archived is finished.
    isDelivered: closed || isDelivered(order),
  });
}

/** Returns an order's status for customers. */
export function statusOf(order: ShopifyOrder) {
  return orderStatus(...codeOf(order));
}

function codeOf(order: ShopifyOrder): [code: OrderStatusCode, words?: string] {
  const { displayFinancialStatus: payment, displayFulfillmentStatus: sent } = order;
  if (order.cancelledAt !== null || payment === "VOIDED") return ["canceled"];
  if (payment === "REFUNDED") return ["refunded"];
  if (order.returnStatus === "RETURNED") return ["returned"];
  if (order.returnStatus === "IN_PROGRESS") return ["returning"];
  if (unpaid.includes(payment ?? "")) return ["unpaid"];
  if (sent === "FULFILLMENT_NOT_REQUIRED") return ["delivered", "Completed"];
  if (isDelivered(order)) return ["delivered"];
  if (sent === "FULFILLED") return ["shipped"];
  return [sent === "PARTIALLY_FULFILLED" ? "partially_shipped" : "processing"];
}

function isDelivered({ displayFulfillmentStatus: sent, fulfillments }: OrderOutline): boolean {
  if (sent === "FULFILLMENT_NOT_REQUIRED") return true;
  const counted = fulfillments.filter(({ displayStatus }) => displayStatus !== "CANCELED");
  return (
    sent === "FULFILLED" &&
    counted.length > 0 &&
    counted.every(({ displayStatus }) => delivered.includes(displayStatus ?? ""))
  );
}

/** Returns the package status for a Shopify fulfillment or event status, or undefined if the status is unknown. */
export const packageCodeOf = (status: string | null): PackageStatusCode | undefined =>
  packageCodes[status ?? ""];

/** Returns a fulfillment's status for customers. A fulfillment that was canceled or never accepted is no parcel. */
export function packageStatusOf({
  status,
  displayStatus,
}: Pick<ShopifyFulfillment, "status" | "displayStatus">) {
  const isNone = /^(?:CANCELLED|ERROR|FAILURE)$/.test(status);
  return packageStatus(isNone ? "canceled" : (packageCodeOf(displayStatus) ?? "in_transit"));
}

/** Whether a fulfillment was delivered. */
export function hasCome(displayStatus: string | null): boolean {
  return delivered.includes(displayStatus ?? "");
}
