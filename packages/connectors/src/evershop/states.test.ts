import assert from "node:assert/strict";
import { test } from "node:test";
import { filterOf, packageStatusOf, statusOf } from "./states.ts";

/** `paid/shipped/processing`: how it is paid, how far it is sent, and the order itself. */
function order(statuses: string, paymentMethod = "stripe") {
  const [payment = "", sent = "", status = ""] = statuses.split("/");
  const coded = (code: string) => ({ code: code === "" ? null : code });
  return {
    status: coded(status),
    paymentStatus: coded(payment),
    ...{ shipmentStatus: coded(sent), paymentMethod },
  };
}

test("each state of an order of EverShop's is told, in one list", () => {
  const told: Record<string, string> = {
    "paid/pending/processing": "open processing",
    "paid/partially_canceled/processing": "open processing",
    "paid/canceled/processing": "open processing",
    "paid/partially_shipped/processing": "open partially_shipped",
    "paid/shipped/processing": "open shipped",
    "paid/partially_delivered/processing": "open partially_shipped",
    "paid/delivered/completed": "past delivered",
    "paid/delivered/processing": "past delivered",
    "paid/shipped/completed": "past shipped",
    "paid/pending/closed": "past delivered",
    "stripe_authorized/pending/processing": "open processing",
    "stripe_captured/shipped/processing": "open shipped",
    "stripe_partial_refunded/delivered/completed": "past delivered",
    "stripe_refunded/delivered/closed": "past refunded",
    "refunded/delivered/closed": "past refunded",
    "stripe_failed/pending/new": "unpaid unpaid",
    "paypal_authorized/pending/new": "open processing",
    "paypal_captured/pending/processing": "open processing",
    "another_settled/pending/processing": "open processing",
    "another_settled/pending/new": "unpaid unpaid",
    "unpaid/pending/new": "unpaid unpaid",
    "pending/pending/new": "unpaid unpaid",
    "pending/shipped/processing": "unpaid unpaid",
    "//new": "unpaid unpaid",
    "pending/canceled/canceled": "past canceled",
    "canceled/pending/processing": "past canceled",
  };
  for (const [statuses, expected] of Object.entries(told)) {
    const one = order(statuses);
    assert.equal(`${filterOf(one)} ${statusOf(one).status_code}`, expected, statuses);
  }
  const atTheDoor = order("pending/shipped/processing", "cod");
  assert.deepEqual([filterOf(atTheDoor), statusOf(atTheDoor).status], ["open", "Shipped"]);
  assert.equal(filterOf(order("pending/delivered/processing", "cod")), "past");
});

test("each status of a shipment of EverShop's is told, and one of a shop's own by its phase", () => {
  const told: Record<string, string> = {
    "shipped shipped": "in_transit",
    "in_transit shipped": "in_transit",
    "out_for_delivery shipped": "out_for_delivery",
    "attempt_fail shipped": "attempt_failed",
    "available_for_pickup shipped": "ready_for_pickup",
    "exception shipped": "exception",
    "returned canceled": "returned",
    "expired canceled": "exception",
    "canceled canceled": "canceled",
    "delivered delivered": "delivered",
    "packed pending": "preparing",
    "with_a_drone shipped": "in_transit",
  };
  for (const [statuses, expected] of Object.entries(told)) {
    const [code = "", phase = ""] = statuses.split(" ");
    const shipment = { carrier: null, trackingNumber: null, status: { code }, phase };
    const { package_status_code: status } = packageStatusOf(shipment, order("paid/pending/new"));
    assert.equal(status, expected, statuses);
  }
  const before22 = { carrier: null, trackingNumber: null };
  for (const [sent, expected] of [
    ["delivered", "delivered"],
    ["processing", "preparing"],
  ] as const) {
    const { package_status_code: status } = packageStatusOf(before22, order(`paid/${sent}/new`));
    assert.equal(status, expected, sent);
  }
});
