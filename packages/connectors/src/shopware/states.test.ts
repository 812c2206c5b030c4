import assert from "node:assert/strict";
import { test } from "node:test";
import type { OrderOutline } from "./shopware-order.ts";
import { filterOf, packageStatusOf, statusOf } from "./states.ts";

const state = (technicalName: string) => ({ stateMachineState: { technicalName } });

/** `open/paid/shipped+open`: an order's state, its payment's, its deliveries'. */
function outline(states: string, handlerIdentifier = "PrePayment"): OrderOutline {
  const [order = "", payment = "", deliveries = ""] = states.split("/");
  return {
    id: "1",
    orderNumber: "1",
    ...state(order),
    transactions:
      payment === "" ? [] : [{ id: "2", ...state(payment), paymentMethod: { handlerIdentifier } }],
    deliveries: deliveries.split("+").flatMap((one) => (one ? [{ id: "3", ...state(one) }] : [])),
  };
}

test("each state of an order, a payment and a delivery of Shopware's is told, in one list", () => {
  const told: Record<string, string> = {
    "open/paid/open": "open processing",
    "in_progress/paid/open": "open processing",
    "open/authorized/open": "open processing",
    "open//open": "open processing",
    "open/paid/": "open processing",
    "open/refunded_partially/shipped": "open shipped",
    "in_progress/paid/shipped": "open shipped",
    "open/paid/shipped+cancelled": "open shipped",
    "open/paid/shipped+open": "open partially_shipped",
    "open/paid/shipped_partially": "open partially_shipped",
    "completed/paid/shipped_partially": "past partially_shipped",
    "open/paid/returned_partially": "past delivered",
    "open/paid/returned+open": "open partially_shipped",
    "open/paid/returned": "past returned",
    "completed/paid/shipped": "past shipped",
    "completed/open/shipped": "unpaid unpaid",
    "cancelled/open/open": "past canceled",
    "cancelled/refunded/cancelled": "past canceled",
    "open/refunded/returned": "past refunded",
    "open/open/open": "unpaid unpaid",
    "open/in_progress/open": "unpaid unpaid",
    "open/unconfirmed/open": "unpaid unpaid",
    "open/paid_partially/open": "unpaid unpaid",
    "open/reminded/shipped": "unpaid unpaid",
    "open/failed/open": "unpaid unpaid",
    "open/cancelled/open": "unpaid unpaid",
    "open/chargeback/shipped": "unpaid unpaid",
    "a plugin's own/paid/another": "open processing",
  };
  for (const [states, expected] of Object.entries(told)) {
    const order = outline(states);
    const filter = filterOf(order, { isCompletedOver: true });
    assert.equal(`${filter} ${statusOf(order).status_code}`, expected, states);
  }
  assert.equal(filterOf(outline("completed/paid/shipped"), { isCompletedOver: false }), "open");
});

test("what may be paid later is on its way before the money is there", () => {
  for (const [by, filter] of [
    ["InvoicePayment", "open"],
    ["CashPayment", "open"],
    ["DebitPayment", "open"],
    ["PrePayment", "unpaid"],
    ["Swag\\PayPal\\PayPalPaymentHandler", "unpaid"],
  ]) {
    const order = outline("open/open/open", `Shopware\\Core\\Checkout\\${by}`);
    assert.equal(filterOf(order, { isCompletedOver: true }), filter, by);
    const reminded = outline("open/reminded/open", `Shopware\\Core\\Checkout\\${by}`);
    assert.equal(filterOf(reminded, { isCompletedOver: true }), "unpaid", by);
  }
});

test("each state of a delivery of Shopware's is told", () => {
  const told: Record<string, string> = {
    open: "info_received Label created",
    shipped: "in_transit In transit",
    shipped_partially: "in_transit In transit",
    returned: "returned Returned to sender",
    returned_partially: "returned Partially returned",
    cancelled: "canceled Canceled",
  };
  for (const [name, expected] of Object.entries(told)) {
    const status = packageStatusOf({ id: "1", ...state(name) });
    assert.equal(`${status.package_status_code} ${status.package_status}`, expected);
  }
});
