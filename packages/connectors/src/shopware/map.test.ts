import assert from "node:assert/strict";
import { test } from "node:test";
import { delivery, order, refund } from "../../test/shopware/shopware-orders.ts";
import { mapOrder } from "./map.ts";
import type { ShopwareOrder, ShopwareRefund } from "./shopware-order.ts";

test("what went back is told as Shopware keeps it, or whole by the payment's state, and in part not at all", () => {
  const refunds = (payment: string, kept: [state: string, amount: number][] = []) => {
    const made = order({ number: "1", payments: [["cancelled"], [payment]] });
    const others = order({ number: "2" });
    const own = kept.map(([state, amount]) => refund(made, state, amount, "2026-10-02T08:00:00Z"));
    const all = [...own, refund(others, "completed", 9, "2026-10-02T08:00:00Z")];
    return mapOrder(made as unknown as ShopwareOrder, {
      ...{ timeZone: "UTC", refunds: all as ShopwareRefund[] },
    }).order.refunds;
  };
  const at = "1790928000";
  assert.deepEqual(
    refunds("refunded_partially", [
      ["completed", 5],
      ["in_progress", 4],
      ["failed", 3],
    ]),
    [
      { amount: 5, at, status: "refunded" },
      { amount: 4, at, status: "pending" },
      { amount: 3, at, status: "failed" },
    ],
  );
  assert.deepEqual(refunds("refunded", [["open", 54.95]]), [
    { amount: 54.95, at, status: "pending" },
  ]);
  assert.deepEqual(refunds("refunded", [["cancelled", 1]]), [{ amount: 1, at, status: "failed" }]);
  assert.deepEqual(refunds("refunded"), [{ amount: 54.95, status: "refunded" }]);
  assert.equal(refunds("refunded_partially"), undefined);
  assert.equal(refunds("paid"), undefined);
});

test("a parcel says what lies in it, and when it is expected; of two codes no one knows what is in which", () => {
  const contents = (codes: string[]) => {
    const positions = [
      { quantity: 2, orderLineItem: { label: "T-Shirt" } },
      { quantity: 1, orderLineItem: { label: "Mug" } },
    ];
    const deliveries = [delivery("shipped", codes, { positions })];
    const made = order({ number: "1", changes: { deliveries } }) as unknown as ShopwareOrder;
    return mapOrder(made, { timeZone: "Asia/Tokyo" }).packages;
  };
  const [one] = contents(["DHL-1"]);
  assert.deepEqual(one?.elements, [
    { title: "T-Shirt", quantity: 2 },
    { title: "Mug", quantity: 1 },
  ]);
  assert.deepEqual([one?.exp_delivery_from, one?.exp_delivery_to], ["2026-10-06", "2026-10-08"]);
  assert.deepEqual(
    contents(["DHL-1", "DHL-2"]).map((two) => [two.product_name, two.elements]),
    Array(2).fill(["T-Shirt, Mug", undefined]),
  );
});
