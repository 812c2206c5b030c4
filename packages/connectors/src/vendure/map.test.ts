import assert from "node:assert/strict";
import { test } from "node:test";
import { line, order } from "../../test/vendure/vendure-orders.ts";
import { mapOrder } from "./map.ts";
import type { VendureOrder } from "./vendure-order.ts";

const config = { payLaterMethods: [], timeZone: "Europe/Berlin", isTaxIncluded: true };
const map = (changes: Partial<VendureOrder>) => mapOrder(order(changes), config);

test("where a channel shows gross prices, a shirt of 49.99 costs 49.99", () => {
  const { order: told } = map({});
  assert.equal(told.elements[0]?.price, 49.99);
  assert.deepEqual(told.summary, {
    ...{ subtotal: 49.99, shipping_cost: 5, total_tax: 8.81, tax_included: true },
    total_cost: 54.99,
  });
  const { order: net } = mapOrder(order(), { ...config, isTaxIncluded: false });
  assert.equal(net.elements[0]?.price, 42.01);
  assert.equal(net.summary.tax_included, undefined);
});

test("shipping for nothing is its price, and what a promotion takes off", () => {
  const { order: told } = map({
    discounts: [{ description: "Free shipping", amount: -420, amountWithTax: -500 }],
    ...{ total: 4201, totalWithTax: 4999 },
  });
  assert.equal(told.summary.shipping_cost, 5);
  assert.deepEqual(
    [told.adjustments, told.fees],
    [[{ name: "Free shipping", amount: 5 }], undefined],
  );
});

test("what was called off is told as it was placed and paid", () => {
  const called = {
    ...{ state: "Cancelled", total: 0, totalWithTax: 0, couponCodes: ["SPRING"] },
    lines: [line({ quantity: 0, linePrice: 0, linePriceWithTax: 0 })],
  };
  const payments = [{ method: "card", state: "Settled", amount: 4999 }];
  const { order: told } = map({ ...called, payments });
  assert.deepEqual([told.elements[0]?.price, told.summary.total_cost], [49.99, 49.99]);
  assert.deepEqual([told.adjustments, told.fees], [[{ name: "SPRING", amount: 5 }], undefined]);
  assert.equal(map(called).order.summary.total_cost, 54.99);
  const rounded = [{ method: "card", state: "Settled", amount: 5498 }];
  const net = { ...config, isTaxIncluded: false };
  const { order: cent } = mapOrder(order({ ...called, payments: rounded }), net);
  assert.deepEqual(
    [cent.summary.total_cost, cent.adjustments, cent.fees],
    [54.98, undefined, undefined],
  );
});

test("an order of which a part has left or come is partially shipped, and no more", () => {
  for (const state of ["PartiallyShipped", "PartiallyDelivered"]) {
    assert.equal(map({ state }).order.status_code, "partially_shipped", state);
  }
});

test("a refund is told with its day and what became of it", () => {
  const refund = (total: number, state: string) => ({
    total,
    state,
    updatedAt: "2026-11-03T08:00:00Z",
  });
  const refunds = [refund(1000, "Settled"), refund(500, "Pending"), refund(0, "Settled")];
  const { order: told } = map({ payments: [{ method: "card", state: "Settled", refunds }] });
  assert.deepEqual(told.refunds, [
    { amount: 10, at: "1793692800", status: "refunded" },
    { amount: 5, at: "1793692800", status: "pending" },
  ]);
  assert.equal(told.summary.total_cost, 54.99);
});

test("a parcel says what lies in it, and when it went on; one that was called off is none", () => {
  const at = { createdAt: "2026-11-02T08:00:00Z", updatedAt: "2026-11-03T08:00:00Z" };
  const parcel = { method: "UPS", trackingCode: "1Z", lines: [{ orderLineId: "1", quantity: 1 }] };
  const { packages } = map({
    lines: [line({ quantity: 2 })],
    fulfillments: [
      { id: "1", state: "Cancelled", ...parcel, ...at },
      { id: "2", state: "Shipped", ...parcel, ...at },
    ],
    history: {
      items: [
        { createdAt: "2026-11-02T08:00:00Z", data: { fulfillmentId: "2", to: "Pending" } },
        { createdAt: "2026-11-03T08:00:00Z", data: { fulfillmentId: "2", to: "Shipped" } },
      ],
    },
  });
  assert.deepEqual(packages, [
    {
      ...{ order_number: "T1", package_number: "T1-2", carrier: "UPS", tracking_number: "1Z" },
      ...{ package_status: "In transit", package_status_code: "in_transit" },
      product_name: "Shirt M",
      elements: [{ title: "Shirt M", quantity: 1 }],
      events: [{ at: "1793692800", code: "in_transit" }],
    },
  ]);
});
