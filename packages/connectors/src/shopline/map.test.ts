import assert from "node:assert/strict";
import { test } from "node:test";
import { both, order, parcel } from "../../test/shopline/shopline-orders.ts";
import { mapOrder } from "./map.ts";
import type { ShoplineRefundTransaction } from "./shopline-order.ts";

const refunded = (transactions: ShoplineRefundTransaction[], changes: object = {}) =>
  mapOrder(order("1", "partially_refunded", { refunds: [{ transactions }], ...changes })).order;

const created_at = "2026-10-02T16:00:00+08:00";

test("each refund has its amount, its day and how far it is, the newest first", () => {
  const hkd = { currency: "HKD", created_at };
  const processed_at = "2026-10-03T16:00:00+08:00";
  const { refunds } = refunded([
    { ...hkd, amount: "5.00", status: "success" },
    { ...hkd, amount: "6.00", status: "pending", processed_at },
    { ...hkd, amount: "7.00", status: "failure" },
    { ...hkd, amount: "8.00", status: "error" },
    { ...hkd, amount: "9.00", status: "another" },
  ]);
  assert.deepEqual(refunds, [
    { amount: 6, at: "1791014400", status: "pending" },
    { amount: 5, at: "1790928000", status: "refunded" },
    { amount: 7, at: "1790928000", status: "failed" },
    { amount: 8, at: "1790928000", status: "failed" },
    { amount: 9, at: "1790928000" },
  ]);
});

test("a refund is told in the currency of the order, and in no other", () => {
  const settled = {
    amount: "1.00",
    currency: "USD",
    settle_amount: "10.00",
    settle_currency: "HKD",
  };
  assert.deepEqual(refunded([settled]).refunds, [{ amount: 10 }]);
  assert.equal(refunded([{ amount: "1.00", currency: "USD" }]).refunds, undefined);
});

test("a total from which a refund was taken off is told as it was", () => {
  const back = { amount: "10.00", currency: "HKD", status: "success" };
  for (const total of [64.5, 54.5]) {
    const { summary, adjustments, refunds } = refunded([back], {
      current_total_price_set: both(total),
    });
    assert.deepEqual([summary.total_cost, adjustments, refunds?.length], [64.5, undefined, 1]);
  }
});

test("a parcel says how many of the goods left in it; of two numbers no one knows what is in which", () => {
  const contents = (numbers: string[]) => {
    const tracking_info_list = numbers.map((tracking_number) => ({ tracking_number }));
    const line_items = [{ title: "T-Shirt", fulfillment_quantity: 2 }];
    const fulfillments = [parcel("SF1", { line_items, tracking_info_list })];
    return mapOrder(order("1", "paid fulfilled", { fulfillments })).packages.map(
      ({ product_name, elements }) => [product_name, elements],
    );
  };
  assert.deepEqual(contents([]), [["T-Shirt", [{ title: "T-Shirt", quantity: 2 }]]]);
  assert.deepEqual(contents(["YT1", "YT2"]), Array(2).fill(["T-Shirt", undefined]));
});
