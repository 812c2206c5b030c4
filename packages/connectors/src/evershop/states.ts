import type { OrderFilter } from "@meetbot/sdk";
import {
  classify,
  type OrderStatusCode,
  orderStatus,
  type PackageStatusCode,
  packageStatus,
} from "@meetbot/sdk/shop";
import type { EvershopShipment, OrderOutline } from "./evershop-order.ts";

/*
 * The statuses of EverShop and of the ways to pay that it brings along: `bootstrap` in its modules oms, stripe and paypal.
 */

type Statuses = Pick<OrderOutline, "status" | "paymentStatus" | "shipmentStatus" | "paymentMethod">;

const over = ["completed", "closed"];

const sentCodes: Readonly<Record<string, [code: OrderStatusCode, words?: string]>> = {
  partially_shipped: ["partially_shipped"],
  shipped: ["shipped"],
  partially_delivered: ["partially_shipped", "Partially delivered"],
  delivered: ["delivered"],
};

/** In which list an order belongs. */
export function filterOf(order: Statuses): OrderFilter | null {
  return classify({
    isCanceled: isCanceled(order),
    isRefunded: isRefunded(order),
    isPaid: isPaid(order),
    isDelivered: isOver(order) || order.shipmentStatus?.code === "delivered",
  });
}

/** Returns an order's status for customers. */
export function statusOf(order: Statuses) {
  return orderStatus(...codeOf(order));
}

function codeOf(order: Statuses): [code: OrderStatusCode, words?: string] {
  if (isCanceled(order)) return ["canceled"];
  if (isRefunded(order)) return ["refunded"];
  if (!isPaid(order)) return [...unpaid(order)];
  const sent = sentCodes[order.shipmentStatus?.code ?? ""];
  return sent ?? (isOver(order) ? ["delivered", "Completed"] : ["processing"]);
}

function unpaid({ paymentStatus }: Statuses): [code: OrderStatusCode, words?: string] {
  return /(?:^|_)failed$/.test(paymentStatus?.code ?? "")
    ? ["unpaid", "Payment failed"]
    : ["unpaid"];
}

const isOver = ({ status }: Statuses) => over.includes(status?.code ?? "");

const isCanceled = ({ status, paymentStatus }: Statuses) =>
  status?.code === "canceled" || paymentStatus?.code === "canceled";

/** Whether it was paid back in full: in part is `stripe_partial_refunded`. */
export const isRefunded = ({ paymentStatus }: Statuses): boolean =>
  /^(?!.*partial).*refunded$/.test(paymentStatus?.code ?? "");

/** Payment on delivery counts as paid. A third-party status counts once EverShop proceeds with the order. */
function isPaid({ status, paymentStatus, paymentMethod }: Statuses): boolean {
  const payment = paymentStatus?.code ?? "";
  if (paymentMethod === "cod") return true;
  if (/^$|(?:^|_)(?:pending|failed)$/.test(payment)) return false;
  return status?.code !== "new" || /(?:^|_)(?:paid|authorized|captured)$/.test(payment);
}

const phases: Readonly<Record<string, PackageStatusCode>> = {
  shipped: "in_transit",
  delivered: "delivered",
  canceled: "canceled",
};

/** Of carriers that are connected to EverShop. */
const carrierCodes: Readonly<Record<string, [code: PackageStatusCode, words?: string]>> = {
  out_for_delivery: ["out_for_delivery"],
  attempt_fail: ["attempt_failed"],
  available_for_pickup: ["ready_for_pickup"],
  exception: ["exception"],
  returned: ["returned"],
  expired: ["exception", "Tracking expired"],
};

/**
 * Returns a shipment's status for customers. Before EverShop 2.2 an order has one shipment, with the order's own
 * status.
 */
export function packageStatusOf({ status, phase }: EvershopShipment, order: Statuses) {
  const known = carrierCodes[status?.code ?? ""];
  if (known) return packageStatus(...known);
  return packageStatus(phases[phase ?? order.shipmentStatus?.code ?? ""] ?? "preparing");
}
