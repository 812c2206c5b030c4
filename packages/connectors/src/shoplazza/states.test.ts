import assert from "node:assert/strict";
import { test } from "node:test";
import type { ShoplazzaOrder } from "./shoplazza-order.ts";
import { filterOf, packageStatusOf, statusOf } from "./states.ts";

/** `placed/paid/shipped`: the three statuses of an order. */
function order(statuses: string, changes: Partial<ShoplazzaOrder> = {}): ShoplazzaOrder {
  const [status = "", payment = "", sent = ""] = statuses.split("/");
  return {
    ...{ id: "1", number: "1001", created_at: "2026-10-01T00:00:00Z", currency: "USD" },
    ...{ sub_total: "1.00", total_price: "1.00", line_items: [] },
    status,
    financial_status: payment,
    fulfillment_status: sent,
    ...changes,
  };
}

test("each state of an order of Shoplazza's is told, in one list", () => {
  const told: Record<string, string> = {
    "placed/paid/initialled": "open processing",
    "placed/paid/waiting": "open processing",
    "placed/authorized/waiting": "open processing",
    "placed/refunding/waiting": "open processing",
    "placed/refund_failed/waiting": "open processing",
    "placed/partially_refunded/shipped": "open shipped",
    "placed/paid/partially_shipped": "open partially_shipped",
    "placed/paid/shipped": "open shipped",
    "placed/paid/partially_finished": "open partially_shipped",
    "placed/paid/cancelled": "open processing",
    "placed/paid/finished": "past delivered",
    "finished/paid/finished": "past delivered",
    "finished/paid/initialled": "past delivered",
    "finished/paid/returning": "past returning",
    "finished/paid/partially_returned": "past delivered",
    "finished/paid/returned": "past returned",
    "finished/refunded/finished": "past refunded",
    "cancelled/waiting/initialled": "past canceled",
    "placed/cancelled/initialled": "past canceled",
    "placed/waiting/initialled": "unpaid unpaid",
    "placed/paying/initialled": "unpaid unpaid",
    "placed/partially_paid/initialled": "unpaid unpaid",
    "placed/failed/initialled": "unpaid unpaid",
    "opened/paying/initialled": "unpaid unpaid",
    "opened/failed/initialled": "unpaid unpaid",
  };
  for (const [statuses, expected] of Object.entries(told)) {
    const one = order(statuses);
    assert.equal(`${filterOf(one)} ${statusOf(one).status_code}`, expected, statuses);
  }
  assert.equal(filterOf(order("opened/waiting/initialled")), null);
  assert.equal(filterOf(order("opened/waiting/initialled", { payment_method: "cod" })), null);
  assert.equal(filterOf(order("placed/waiting/shipped", { payment_method: "cod" })), "open");
  const gone = order("placed/paid/waiting", { cancelled_at: "2026-10-02T00:00:00Z" });
  assert.equal(filterOf(gone), "past");
});

test("each state of a fulfillment of Shoplazza's is told", () => {
  const told: Record<string, string> = {
    initialled: "preparing",
    pending: "preparing",
    waiting: "preparing",
    shipped: "in_transit",
    finished: "delivered",
    delivered: "delivered",
    returning: "returning",
    returned: "returned",
    cancelled: "canceled",
    "of tomorrow": "in_transit",
  };
  for (const [status, code] of Object.entries(told)) {
    assert.equal(packageStatusOf(status).package_status_code, code, status);
  }
});
