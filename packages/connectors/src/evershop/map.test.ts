import assert from "node:assert/strict";
import { test } from "node:test";
import { order, shipment } from "../../test/evershop/evershop-orders.ts";
import { mapOrder } from "./map.ts";

const config = { site: "https://shop.example", isTaxIncluded: false };

test("what was paid back in full is told by its status, and in part not at all", () => {
  const refunds = (payment: string) =>
    mapOrder(order("1", `${payment}/shipped`), config).order.refunds;
  assert.deepEqual(refunds("stripe_refunded"), [{ amount: 65.39, status: "refunded" }]);
  assert.equal(refunds("stripe_partial_refunded"), undefined);
  assert.equal(refunds("stripe_captured"), undefined);
});

test("a parcel says what lies in it and how many; before EverShop 2.2, the order's goods by name", () => {
  const shirt = "Classic White T-Shirt";
  const parcels = [shipment("shipped", "A-1", { items: [{ productName: shirt, qty: 1 }] })];
  const [counted] = mapOrder(order("1", "paid/shipped", { shipments: parcels }), config).packages;
  assert.equal(counted?.product_name, shirt);
  assert.deepEqual(counted?.elements, [{ title: shirt, quantity: 1 }]);
  const old = { shipments: null, shipment: { carrier: "ups", trackingNumber: "A-1" } };
  const [named] = mapOrder(order("1", "paid/shipped", old), config).packages;
  assert.deepEqual([named?.product_name, named?.elements], [shirt, undefined]);
});
