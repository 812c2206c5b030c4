import assert from "node:assert/strict";
import { test } from "node:test";
import { order } from "../../test/woocommerce/fake-woocommerce.ts";
import { mapOrder } from "./map.ts";
import type { WooOrder, WooTracking } from "./woo-order.ts";

const woo = (status: string, changes: Record<string, unknown> = {}) =>
  order(1, status, changes) as unknown as WooOrder;
const lines = [
  { id: 7, name: "Shirt", quantity: 2, subtotal: "42.008403", subtotal_tax: "7.981597" },
];
const tracking = (quantity: number | null, isSent = true): WooTracking => ({
  ...{ number: "1Z", carrier: "ups", url: null, isSent },
  items: quantity === null ? null : [{ lineId: 7, quantity }],
});

test("prices are told as the shop's page shows them: by its setting, or else as they were set", () => {
  const gross = { line_items: lines, prices_include_tax: true };
  const priceOf = (changes: Record<string, unknown>, isShown: boolean | null) =>
    mapOrder(woo("processing", changes), [], isShown).order.elements[0]?.price;
  assert.equal(priceOf(gross, null), 49.99);
  assert.equal(priceOf(gross, false), 42.01);
  assert.equal(priceOf({ ...gross, prices_include_tax: false }, true), 49.99);
});

test("what was paid back is told beside what the order cost", () => {
  const { order: told } = mapOrder(woo("processing", { refunds: [{ total: "-20.00" }] }), []);
  assert.deepEqual([told.refunds, told.summary.total_cost], [[{ amount: 20 }], 64.45]);
});

test("an order of which some lies in parcels that left is partially shipped", () => {
  const codeOf = (status: string, trackings: WooTracking[], changes = {}) =>
    mapOrder(woo(status, { line_items: lines, ...changes }), trackings).order.status_code;
  for (const status of ["processing", "completed"]) {
    assert.equal(codeOf(status, [tracking(1), tracking(1, false)]), "partially_shipped", status);
  }
  assert.equal(codeOf("completed", [tracking(2)]), "shipped");
  assert.equal(codeOf("processing", [tracking(null)]), "processing");
  assert.equal(codeOf("delivered", [tracking(1)]), "delivered");
  const meta_data = [{ key: "_fulfillment_status", value: "partially_fulfilled" }];
  assert.equal(codeOf("processing", [], { meta_data }), "partially_shipped");
});

test("a parcel of WooCommerce's own fulfillments says what lies in it", () => {
  const { packages } = mapOrder(woo("processing", { line_items: lines }), [tracking(1)]);
  assert.deepEqual(packages[0]?.elements, [{ title: "Shirt", quantity: 1 }]);
});
