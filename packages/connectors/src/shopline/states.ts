import type { OrderFilter } from "@meetbot/sdk";
import {
  classify,
  type OrderStatusCode,
  orderStatus,
  type PackageStatusCode,
  packageStatus,
} from "@meetbot/sdk/shop";
import type { ShoplineFulfillment, ShoplineOrder } from "./shopline-order.ts";

/*
 * Statuses of orders and fulfillments as the platform describes them:
 * https://developer.shopline.com/docs/admin-rest-api/order/order-management/get-orders?version=v20260301
 */

const unpaid = ["unpaid", "pending", "partially_paid"];

/** Statuses that carriers report; the API's own documentation spells one `faliure`. */
const packageCodes: Readonly<Record<string, PackageStatusCode>> = {
  confirmed: "preparing",
  label_printed: "info_received",
  label_purchased: "info_received",
  picked_up: "picked_up",
  in_transit: "in_transit",
  ready_for_pickup: "ready_for_pickup",
  out_for_delivery: "out_for_delivery",
  attempted_delivery: "attempt_failed",
  failure: "attempt_failed",
  faliure: "attempt_failed",
  delivered: "delivered",
};

/** In which list an order belongs. */
export function filterOf(order: ShoplineOrder): OrderFilter | null {
  return classify({
    isCanceled: isCanceled(order),
    isRefunded: order.financial_status === "refunded",
    isPaid: isPaid(order),
    // For the shop, an order that an owner has archived is finished.
    isDelivered: order.hidden_order === true || isDelivered(order),
  });
}

/** Returns an order's status for customers. */
export function statusOf(order: ShoplineOrder) {
  return orderStatus(...codeOf(order));
}

function codeOf(order: ShoplineOrder): [code: OrderStatusCode, words?: string] {
  if (isCanceled(order)) return ["canceled"];
  if (order.financial_status === "refunded") return ["refunded"];
  if (!isPaid(order)) {
    return order.financial_status === "partially_paid" ? ["unpaid", "Partially paid"] : ["unpaid"];
  }
  if (isDelivered(order)) return ["delivered"];
  if (isSent(order)) return ["shipped"];
  return [order.fulfillment_status === "partial" ? "partially_shipped" : "processing"];
}

/** Returns a fulfillment's status for customers. */
export function packageStatusOf({ status, shipment_status: sent }: ShoplineFulfillment) {
  if (/^cancell?ed$/.test(status ?? "")) return packageStatus("canceled");
  return packageStatus(packageCodes[sent ?? ""] ?? "in_transit");
}

function isCanceled({ status, cancelled_at: at }: ShoplineOrder): boolean {
  return Boolean(at) || /^cancell?ed$/.test(status ?? "");
}

/** Checks whether an order counts as paid; cash on delivery (`COD`) counts as promised payment. */
function isPaid({ financial_status: payment, payment_gateway_names: ways }: ShoplineOrder) {
  return !unpaid.includes(payment ?? "unpaid") || (ways ?? []).includes("COD");
}

/** Shopline's filter uses `shipped`, its answer `fulfilled`. */
const isSent = ({ fulfillment_status: sent }: ShoplineOrder) =>
  sent === "fulfilled" || sent === "shipped";

function isDelivered(order: ShoplineOrder): boolean {
  const left = (order.fulfillments ?? []).filter(
    ({ status }) => !/^cancell?ed$/.test(status ?? ""),
  );
  return (
    isSent(order) && left.length > 0 && left.every(({ shipment_status: at }) => at === "delivered")
  );
}
