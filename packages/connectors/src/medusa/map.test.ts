import assert from "node:assert/strict";
import { test } from "node:test";
import { fulfillment, label, order } from "../../test/medusa/medusa-orders.ts";
import { mapOrder } from "./map.ts";
import type { MedusaOrder } from "./medusa-order.ts";

const map = (statuses: string, changes: Partial<MedusaOrder>) =>
  mapOrder(order(1, statuses, changes), { carrier: null, timeZone: "UTC" });

test("a refund is told beside the total as it was, and not taken off it", () => {
  const refunds = [{ amount: 10, created_at: "2026-10-02T08:00:00.000Z" }];
  const { order: told } = map("pending/partially_refunded/not_fulfilled", {
    total: 55.3905,
    credit_lines: [
      { amount: 10, reference: "payment_collection" },
      { amount: 0, reference: null },
    ],
    payment_collections: [{ payments: [{ provider_id: "pp_stripe_stripe", refunds }] }],
  });
  assert.deepEqual(told.refunds, [{ amount: 10, at: "1790928000", status: "refunded" }]);
  assert.deepEqual([told.summary.total_cost, told.adjustments], [65.39, undefined]);
});

test("a parcel says what lies in it, and when it left and came; of two labels no one knows what is in which", () => {
  const shipped_at = "2026-10-02T08:00:00.000Z";
  const items = [{ line_item_id: "ordli_1", title: "M", quantity: 1 }];
  const { packages } = map("pending/captured/partially_shipped", {
    fulfillments: [
      fulfillment(1, { shipped_at, items, labels: [label("A-1")] }),
      fulfillment(2, { shipped_at, items, labels: [label("B-1"), label("B-2")] }),
    ],
  });
  assert.deepEqual(
    packages.map(({ elements }) => elements),
    [[{ title: "Classic White T-Shirt", quantity: 1 }], undefined, undefined],
  );
  assert.deepEqual(packages[0]?.events, [{ at: "1790928000", code: "in_transit" }]);
});
