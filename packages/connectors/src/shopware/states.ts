import type { OrderFilter } from "@meetbot/sdk";
import { classify, type OrderStatusCode, orderStatus, packageStatus } from "@meetbot/sdk/shop";
import type { ShopwareConfig } from "./config.ts";
import type { DeliveryOutline, OrderOutline, ShopwareTransaction } from "./shopware-order.ts";

/*
 * The states of Shopware's three machines, of orders, payments and deliveries, as its core defines them:
 * https://developer.shopware.com/docs/concepts/commerce/checkout-concept/orders.html
 */

const paid = ["paid", "authorized", "refunded_partially"];

/** Payment methods for which goods ship before the payment arrives; an advance payment (`PrePayment`) is not one. */
const promised = /(?:Invoice|Cash|Debit)Payment$/;

/** The statuses that customers see when a payment is incomplete, other than one that is merely pending. */
const unpaidWords: Readonly<Record<string, string>> = {
  failed: "Payment failed",
  paid_partially: "Partially paid",
  reminded: "Payment reminder sent",
  chargeback: "Payment reversed",
};

type Rules = Pick<ShopwareConfig, "isCompletedOver">;

/** In which list an order belongs. */
export function filterOf(order: OrderOutline, { isCompletedOver }: Rules): OrderFilter | null {
  const { technicalName: state } = order.stateMachineState;
  return classify({
    isCanceled: state === "cancelled",
    isRefunded: paymentOf(order)?.stateMachineState.technicalName === "refunded",
    isPaid: isPaid(order),
    isDelivered: (state === "completed" && isCompletedOver) || isAll(order, /^returned/),
  });
}

/** Returns an order's status for customers. */
export function statusOf(order: OrderOutline) {
  return orderStatus(...codeOf(order));
}

function codeOf(order: OrderOutline): [code: OrderStatusCode, words?: string | undefined] {
  const { technicalName: state } = order.stateMachineState;
  const payment = paymentOf(order)?.stateMachineState.technicalName ?? "";
  if (state === "cancelled") return ["canceled"];
  if (payment === "refunded") return ["refunded"];
  if (isAll(order, /^returned$/)) return ["returned"];
  if (isAll(order, /^returned/)) return ["delivered", "Partially returned"];
  if (!isPaid(order)) return ["unpaid", unpaidWords[payment]];
  if (isAny(order, /^shipped_partially$/)) return ["partially_shipped"];
  if (state === "completed") return ["shipped", "Completed"];
  if (isAll(order, /^shipped$/)) return ["shipped"];
  return [isAny(order, /^(?:shipped|returned)/) ? "partially_shipped" : "processing"];
}

/** Returns a delivery's status for customers. */
export function packageStatusOf({ stateMachineState: { technicalName } }: DeliveryOutline) {
  if (technicalName === "cancelled") return packageStatus("canceled");
  if (technicalName === "returned") return packageStatus("returned");
  if (technicalName === "returned_partially") {
    return packageStatus("returned", "Partially returned");
  }
  return packageStatus(/^shipped/.test(technicalName) ? "in_transit" : "info_received");
}

/** Returns the real deliveries: Shopware also lists a promotion's discount on shipping as a delivery. */
export function deliveriesOf<Delivery extends DeliveryOutline>(
  deliveries: readonly Delivery[] | null | undefined,
): Delivery[] {
  return (deliveries ?? []).filter(({ shippingCosts }) => (shippingCosts?.totalPrice ?? 0) >= 0);
}

/**
 * Returns the relevant payment: the one that Shopware marks as primary, or else the last one that was not abandoned.
 */
export function paymentOf({
  transactions,
  primaryOrderTransactionId,
}: OrderOutline): ShopwareTransaction | undefined {
  const all = [...(transactions ?? [])].sort((one, other) =>
    (one.createdAt ?? "").localeCompare(other.createdAt ?? ""),
  );
  const named = all.find(({ id }) => id === primaryOrderTransactionId);
  const isAlive = ({ stateMachineState: { technicalName } }: ShopwareTransaction) =>
    technicalName !== "cancelled" && technicalName !== "failed";
  return named ?? all.findLast(isAlive) ?? all.at(-1);
}

/** An order that costs nothing has no payment. */
function isPaid(order: OrderOutline): boolean {
  const payment = paymentOf(order);
  if (payment === undefined) return true;
  const { technicalName: state } = payment.stateMachineState;
  const isPromised = promised.test(payment.paymentMethod?.handlerIdentifier ?? "");
  return paid.includes(state) || state === "refunded" || (state === "open" && isPromised);
}

const isAny = ({ deliveries }: OrderOutline, state: RegExp): boolean =>
  deliveriesOf(deliveries).some(({ stateMachineState: { technicalName } }) =>
    state.test(technicalName),
  );

function isAll({ deliveries }: OrderOutline, state: RegExp): boolean {
  const names = deliveriesOf(deliveries)
    .map(({ stateMachineState: { technicalName } }) => technicalName)
    .filter((name) => name !== "cancelled");
  return names.length > 0 && names.every((name) => state.test(name));
}
