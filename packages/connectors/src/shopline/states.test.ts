import assert from "node:assert/strict";
import { test } from "node:test";
import type { ShoplineOrder } from "./shopline-order.ts";
import { filterOf, packageStatusOf, statusOf } from "./states.ts";

/** `paid/fulfilled/delivered`: how it is paid, how far it is sent, where its parcels are. */
function order(states: string, changes: Partial<ShoplineOrder> = {}): ShoplineOrder {
  const [payment, sent, parcels = ""] = states.split("/");
  return {
    ...{ id: "1", name: "1001", created_at: "2026-10-01T00:00:00+08:00", currency: "USD" },
    financial_status: payment || null,
    fulfillment_status: sent || null,
    line_items: [],
    fulfillments: parcels
      .split("+")
      .flatMap((one) => (one ? [{ id: one, created_at: "", shipment_status: one }] : [])),
    ...changes,
  };
}

test("each state of an order of SHOPLINE's is told, in one list", () => {
  const told: Record<string, string> = {
    "paid/": "open processing",
    "authorized/": "open processing",
    "partially_refunded/": "open processing",
    "paid/partial/delivered": "open partially_shipped",
    "paid/fulfilled": "open shipped",
    "paid/shipped": "open shipped",
    "paid/fulfilled/delivered+out_for_delivery": "open shipped",
    "paid/fulfilled/delivered+delivered": "past delivered",
    "refunded/fulfilled": "past refunded",
    "unpaid/": "unpaid unpaid",
    "pending/": "unpaid unpaid",
    "partially_paid/fulfilled/delivered": "unpaid unpaid",
    "/": "unpaid unpaid",
  };
  for (const [states, expected] of Object.entries(told)) {
    const one = order(states);
    assert.equal(`${filterOf(one)} ${statusOf(one).status_code}`, expected, states);
  }
  for (const changes of [
    { status: "cancelled" },
    { status: "canceled" },
    { cancelled_at: "2026-10-02T00:00:00+08:00" },
  ]) {
    const one = order("unpaid/", changes);
    assert.deepEqual([filterOf(one), statusOf(one).status_code], ["past", "canceled"]);
  }
  assert.equal(filterOf(order("unpaid/", { payment_gateway_names: ["COD"] })), "open");
  assert.equal(filterOf(order("paid/", { hidden_order: true })), "past");
});

test("each state of a fulfillment of SHOPLINE's is told", () => {
  const told: Record<string, string> = {
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
    "": "in_transit",
    "of tomorrow": "in_transit",
  };
  const parcel = { id: "1", created_at: "" };
  for (const [shipment_status, code] of Object.entries(told)) {
    assert.equal(packageStatusOf({ ...parcel, shipment_status }).package_status_code, code);
    const canceled = packageStatusOf({ ...parcel, shipment_status, status: "cancelled" });
    assert.equal(canceled.package_status_code, "canceled");
  }
});
