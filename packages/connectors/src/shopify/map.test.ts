import assert from "node:assert/strict";
import { test } from "node:test";
import { bag, makeOrder } from "../../test/shopify/shopify-orders.ts";
import { mapOrder } from "./map.ts";
import type { ShopifyOrder } from "./shopify-order.ts";

const nowMs = Date.UTC(2026, 10, 10);
type Wish = Omit<Parameters<typeof makeOrder>[0], "number" | "daysAgo">;
const map = (wish: Wish) =>
  mapOrder(
    makeOrder({ number: 1001, daysAgo: 5, ...wish }, nowMs) as unknown as ShopifyOrder,
    "UTC",
  );

const line = (title: string, quantity: number, currentQuantity: number) => ({
  ...{ title, variantTitle: null, image: null, isGiftCard: false, quantity, currentQuantity },
  originalUnitPriceSet: bag("25.00"),
});
const refund = (amount: string, ...states: string[]) => ({
  createdAt: "2026-11-08T08:00:00Z",
  totalRefundedSet: bag(amount),
  transactions: { nodes: states.map((status) => ({ status })) },
});

test("of an edited order is told what is left, what it costs now, and no discount that nobody gave", () => {
  const { order } = map({
    changes: {
      lineItems: { nodes: [line("Shirt", 2, 1), line("Mug", 1, 0), line("Cap", 1, 1)] },
      ...{ taxesIncluded: true, totalPriceSet: bag("104.95"), totalTaxSet: bag("16.76") },
      ...{ currentTotalPriceSet: bag("54.95"), currentTotalTaxSet: bag("8.77") },
      refunds: [refund("50.00", "SUCCESS")],
    },
  });
  assert.deepEqual(
    order.elements.map(({ title, quantity, price }) => [title, quantity, price]),
    [
      ["Shirt", 1, 25],
      ["Cap", 1, 25],
    ],
  );
  assert.deepEqual(order.summary, {
    ...{ subtotal: 50, shipping_cost: 4.95, total_tax: 8.77, tax_included: true },
    total_cost: 54.95,
  });
  assert.deepEqual([order.adjustments, order.fees], [undefined, undefined]);
  assert.deepEqual(order.refunds, [{ amount: 50, at: "1794124800", status: "refunded" }]);
});

test("of an order that was paid back whole is told what it was, and what went back", () => {
  const { order } = map({
    payment: "REFUNDED",
    changes: {
      lineItems: { nodes: [line("Shirt", 2, 0)] },
      ...{ currentTotalPriceSet: bag("0.00"), currentTotalTaxSet: bag("0.00") },
      currentShippingPriceSet: bag("0.00"),
      refunds: [refund("60.00", "SUCCESS", "PENDING"), refund("4.45", "FAILURE")],
    },
  });
  assert.deepEqual([order.elements[0]?.quantity, order.summary.total_cost], [2, 64.45]);
  assert.deepEqual(
    order.refunds?.map(({ amount, status }) => [amount, status]),
    [
      [60, "pending"],
      [4.45, "failed"],
    ],
  );
});

test("a discount on shipping is taken off once, whether or not Shopify counts it among the discounts", () => {
  const free = { currentShippingPriceSet: bag("0.00"), currentTotalPriceSet: bag("59.50") };
  const among = map({ changes: { ...free, currentTotalDiscountsSet: bag("4.95") } }).order;
  assert.deepEqual([among.summary.shipping_cost, among.adjustments?.[0]?.amount], [4.95, 4.95]);
  const apart = map({ changes: free }).order;
  assert.deepEqual([apart.summary.shipping_cost, apart.adjustments], [0, undefined]);
});

test("a tip is told once, whether or not it is among the lines", () => {
  const tip = { totalTipReceivedSet: bag("2.00"), currentTotalPriceSet: bag("66.45") };
  assert.deepEqual(map({ changes: tip }).order.fees, [{ name: "Tip", amount: 2 }]);
  const nodes = [line("Shirt", 2, 2), { ...line("Tip", 1, 1), originalUnitPriceSet: bag("2.00") }];
  const { order } = map({ changes: { ...tip, lineItems: { nodes } } });
  assert.deepEqual(
    [order.elements[1]?.title, order.fees, order.adjustments],
    ["Tip", undefined, undefined],
  );
});

test("a fulfillment that was called off is no parcel, and the others keep their numbers", () => {
  const { packages } = map({
    sent: "PARTIALLY_FULFILLED",
    parcels: [
      { status: "CANCELED", number: "1Z1" },
      { status: "IN_TRANSIT", number: "1Z2" },
    ],
  });
  assert.deepEqual(
    packages.map((one) => one.package_number),
    ["1001-2"],
  );
  assert.deepEqual(packages[0]?.elements, [{ title: "Classic White T-Shirt", quantity: 1 }]);
});

test("of two numbers of one fulfillment no one knows what is in which", () => {
  const [parcel] = makeOrder(
    { number: 1001, daysAgo: 5, parcels: [{ status: "IN_TRANSIT", number: "1Z1" }] },
    nowMs,
  ).fulfillments as object[];
  const trackingInfo = [{ number: "1Z1" }, { number: "1Z2" }];
  const { packages } = map({ changes: { fulfillments: [{ ...parcel, trackingInfo }] } });
  assert.deepEqual(
    packages.map(({ product_name, elements }) => [product_name, elements]),
    Array(2).fill(["Classic White T-Shirt", undefined]),
  );
});

test("a parcel tells what happened on its way, the newest first", () => {
  const [parcel] = makeOrder(
    { number: 1001, daysAgo: 5, parcels: [{ status: "IN_TRANSIT", number: "1Z2" }] },
    nowMs,
  ).fulfillments as object[];
  const event = (day: number, status: string, city: string | null = null) => ({
    ...{ happenedAt: `2026-11-0${day}T08:00:00Z`, status, city, message: null },
  });
  const nodes = [event(8, "IN_TRANSIT", "Leipzig"), event(7, "CARRIER_PICKED_UP"), event(6, "NEW")];
  const { packages } = map({ changes: { fulfillments: [{ ...parcel, events: { nodes } }] } });
  assert.deepEqual(packages[0]?.events, [
    { at: "1794124800", code: "in_transit", place: "Leipzig" },
    { at: "1794038400", code: "picked_up" },
  ]);
});
