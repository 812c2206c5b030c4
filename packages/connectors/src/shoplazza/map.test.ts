import assert from "node:assert/strict";
import { test } from "node:test";
import { order, parcel } from "../../test/shoplazza/shoplazza-orders.ts";
import { mapOrder } from "./map.ts";

test("all that was paid back is one refund, and none where it failed", () => {
  const refunds = (payment: string, total_refund_price: string) =>
    mapOrder(order("1", `placed ${payment} shipped`, { total_refund_price })).order.refunds;
  assert.deepEqual(refunds("partially_refunded", "20.00"), [{ amount: 20, status: "refunded" }]);
  assert.deepEqual(refunds("refunded", "55.47"), [{ amount: 55.47, status: "refunded" }]);
  assert.deepEqual(refunds("refunding", "20.00"), [{ amount: 20, status: "pending" }]);
  for (const [payment, total] of [
    ["refund_failed", "20.00"],
    ["paid", "0.00"],
    ["refunded", ""],
  ] as const) {
    assert.equal(refunds(payment, total), undefined, payment);
  }
});

test("a parcel says how many of the goods left in it; of two numbers no one knows what is in which", () => {
  const contents = (ship_quantity: number, tracking_items: object[] = []) => {
    const line_items = [{ product_title: "shirt", quantity: 2, ship_quantity }];
    const fulfillments = [{ ...parcel("shipped", "YW1", 1), line_items, tracking_items }];
    return mapOrder(order("1", "placed paid shipped", { fulfillments })).packages.map(
      ({ product_name, elements }) => [product_name, elements],
    );
  };
  assert.deepEqual(contents(1), [["shirt", [{ title: "shirt", quantity: 1 }]]]);
  assert.deepEqual(contents(0), [["shirt", undefined]]);
  const two = [{ tracking_number: "YT1" }, { tracking_number: "YT2" }];
  assert.deepEqual(contents(1, two), Array(2).fill(["shirt", undefined]));
});
