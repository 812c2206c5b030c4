import type { OrderFilter } from "@meetbot/sdk";
import {
  classify,
  type OrderStatusCode,
  orderStatus,
  type PackageStatusCode,
  packageStatus,
} from "@meetbot/sdk/shop";
import type { OrderOutline } from "./vendure-order.ts";

/** Nothing that a customer ordered yet. */
const drafts = ["Created", "Draft", "AddingItems"];
const unpaid = ["ArrangingPayment", "ArrangingAdditionalPayment"];

/** How far an order is by its state; a state of the shop's own process is being worked on. */
const codes: Readonly<Record<string, [code: OrderStatusCode, words?: string]>> = {
  ArrangingPayment: ["unpaid"],
  ArrangingAdditionalPayment: ["unpaid"],
  PartiallyShipped: ["partially_shipped"],
  Shipped: ["shipped"],
  PartiallyDelivered: ["partially_shipped", "Partially delivered"],
  Delivered: ["delivered"],
  Cancelled: ["canceled"],
};

const packageCodes: Readonly<Record<string, PackageStatusCode>> = {
  Pending: "preparing",
  Shipped: "in_transit",
  Delivered: "delivered",
  Cancelled: "canceled",
};

/** In which list an order belongs; null for a cart. */
export function filterOf(
  order: OrderOutline,
  payLaterMethods: readonly string[],
): OrderFilter | null {
  const { state } = order;
  return classify({
    isDraft: drafts.includes(state),
    isCanceled: state === "Cancelled",
    isPaid: !unpaid.includes(state) && !isPaidLater(order, payLaterMethods),
    isDelivered: state === "Delivered",
  });
}

/** Returns an order's status for customers. */
export function statusOf(order: OrderOutline, payLaterMethods: readonly string[]) {
  const [code, words] = isPaidLater(order, payLaterMethods)
    ? (["unpaid"] as const)
    : (codes[order.state] ?? ["processing"]);
  return orderStatus(code, words);
}

/** How far a fulfillment's state is; undefined for one of the shop's own process. */
export const packageCodeOf = (state: string): PackageStatusCode | undefined => packageCodes[state];

/** Returns a fulfillment's status for customers; a state of the shop's own process keeps its name. */
export function packageStatusOf(state: string) {
  const code = packageCodes[state];
  return code === undefined ? packageStatus("preparing", state) : packageStatus(code);
}

function isPaidLater(
  { state, payments }: OrderOutline,
  payLaterMethods: readonly string[],
): boolean {
  return (
    state === "PaymentAuthorized" &&
    (payments ?? []).some(
      (one) => one.state === "Authorized" && payLaterMethods.includes(one.method),
    )
  );
}
