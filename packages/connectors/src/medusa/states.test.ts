import assert from "node:assert/strict";
import { test } from "node:test";
import type { ItemOutline, MedusaFulfillment } from "./medusa-order.ts";
import { filterOf, packageStatusOf, statusOf } from "./states.ts";

/** `pending/captured/shipped`: the three statuses of an order. */
function order(statuses: string, items: readonly ItemOutline[] = [{ quantity: 2 }]) {
  const [status = "", payment_status = "", fulfillment_status = ""] = statuses.split("/");
  return { status, payment_status, fulfillment_status, items };
}

const back = (received: number, dismissed = 0): ItemOutline => ({
  quantity: 2,
  detail: { return_received_quantity: received, return_dismissed_quantity: dismissed },
});

test("each state of an order of Medusa's is told, in one list", () => {
  const told: Record<string, string> = {
    "pending/authorized/not_fulfilled": "open processing",
    "pending/captured/not_fulfilled": "open processing",
    "pending/partially_captured/fulfilled": "open processing",
    "pending/partially_refunded/partially_fulfilled": "open processing",
    "pending/captured/canceled": "open processing",
    "pending/captured/partially_shipped": "open partially_shipped",
    "pending/captured/shipped": "open shipped",
    "pending/captured/partially_delivered": "open partially_shipped",
    "pending/captured/delivered": "past delivered",
    "completed/captured/delivered": "past delivered",
    "completed/captured/shipped": "past shipped",
    "completed/captured/not_fulfilled": "past delivered",
    "completed/not_paid/delivered": "past delivered",
    "archived/not_paid/not_fulfilled": "past delivered",
    "pending/refunded/delivered": "past refunded",
    "canceled/canceled/not_fulfilled": "past canceled",
    "canceled/captured/not_fulfilled": "past canceled",
    "pending/canceled/not_fulfilled": "past canceled",
    "pending/not_paid/not_fulfilled": "unpaid unpaid",
    "pending/awaiting/not_fulfilled": "unpaid unpaid",
    "pending/requires_action/not_fulfilled": "unpaid unpaid",
    "pending/partially_authorized/not_fulfilled": "unpaid unpaid",
    "pending/not_paid/delivered": "unpaid unpaid",
    "requires_action/captured/not_fulfilled": "unpaid unpaid",
  };
  for (const [statuses, expected] of Object.entries(told)) {
    const one = order(statuses);
    assert.equal(`${filterOf(one)} ${statusOf(one).status_code}`, expected, statuses);
  }
  assert.equal(filterOf(order("draft/not_paid/not_fulfilled")), null);
  assert.equal(
    filterOf({ ...order("pending/captured/not_fulfilled"), is_draft_order: true }),
    null,
  );
});

test("what is packed in part is partially shipped once a parcel of it has left", () => {
  const packed = order("pending/captured/partially_fulfilled");
  const codeWith = (changes: Partial<MedusaFulfillment>) =>
    statusOf({ ...packed, fulfillments: [{ id: "1", created_at: "", ...changes }] }).status_code;
  const shipped_at = "2026-10-01T00:00:00.000Z";
  assert.equal(codeWith({ shipped_at }), "partially_shipped");
  assert.equal(codeWith({}), "processing");
  assert.equal(codeWith({ shipped_at, canceled_at: shipped_at }), "processing");
});

test("what came back is told, all of it or some", () => {
  const all = order("pending/captured/shipped", [back(2), back(1, 1)]);
  assert.deepEqual([filterOf(all), statusOf(all).status_code], ["past", "returned"]);
  const some = order("pending/captured/delivered", [back(2), back(0)]);
  assert.deepEqual([filterOf(some), statusOf(some).status], ["past", "Partially returned"]);
  const none = order("pending/captured/shipped", []);
  assert.deepEqual([filterOf(none), statusOf(none).status_code], ["open", "shipped"]);
});

test("each moment of a fulfillment of Medusa's is told", () => {
  const at = "2026-10-01T00:00:00.000Z";
  const moments: [changes: Partial<MedusaFulfillment>, code: string][] = [
    [{}, "preparing"],
    [{ shipped_at: at }, "in_transit"],
    [{ shipped_at: at, delivered_at: at }, "delivered"],
    [{ canceled_at: at }, "canceled"],
  ];
  for (const [changes, code] of moments) {
    const { package_status_code: told } = packageStatusOf({ id: "1", created_at: at, ...changes });
    assert.equal(told, code);
  }
});
