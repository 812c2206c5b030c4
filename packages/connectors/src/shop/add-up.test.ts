import assert from "node:assert/strict";
import { test } from "node:test";
import { addUp } from "./add-up.ts";
import { contentsOf } from "./contents.ts";

const order = (total: number) => ({
  ...{ order_number: "1", currency: "EUR", timestamp: "1790928000", status: "Processing" },
  summary: { subtotal: 50, shipping_cost: 5, total_cost: total },
  elements: [{ title: "Shirt", quantity: 1, price: 50 }],
});

test("what a platform does not itemize is called neither a discount nor a fee", () => {
  assert.deepEqual(addUp(order(55)), order(55));
  assert.deepEqual(addUp(order(55.02)).fees, [{ name: "Rounding", amount: 0.02 }]);
  assert.deepEqual(addUp(order(54.98)).adjustments, [{ name: "Rounding", amount: 0.02 }]);
  assert.deepEqual(addUp(order(60)).fees, [{ name: "Other charges", amount: 5 }]);
  assert.deepEqual(addUp(order(40)).adjustments, [{ name: "Other reductions", amount: 15 }]);
});

test("a total from which refunds were taken off is told as it was", () => {
  const lowered = (total: number) => ({
    ...order(total),
    refunds: [{ amount: 15 }, { amount: 20, status: "failed" as const }],
  });
  assert.deepEqual(addUp(lowered(40)), lowered(55));
  assert.deepEqual(addUp(lowered(55)), lowered(55));
  assert.deepEqual(addUp(lowered(45)).adjustments, [{ name: "Other reductions", amount: 10 }]);
});

test("the goods of a parcel are told once each, and counted where each of them is", () => {
  const shirt = { title: "Shirt", quantity: 1 };
  assert.deepEqual(contentsOf([shirt, { title: "Mug", quantity: 2 }, shirt]), {
    product_name: "Shirt, Mug",
    elements: [
      { title: "Shirt", quantity: 2 },
      { title: "Mug", quantity: 2 },
    ],
  });
  const uncounted = contentsOf([shirt, { title: " Mug ", quantity: null }]);
  assert.deepEqual(uncounted, { product_name: "Shirt, Mug" });
  assert.deepEqual(contentsOf([{ title: null, quantity: 1 }]), {});
});
