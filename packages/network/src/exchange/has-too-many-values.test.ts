import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hasTooManyValues } from "./has-too-many-values.ts";

const list = (items: number) => `[${Array(items).fill("123").join()}]`;

describe("hasTooManyValues", () => {
  it("lets an answer of the largest size through", () => {
    const element = {
      title: "x",
      subtitle: "x",
      quantity: 1,
      price: 1,
      currency: "USD",
      image_url: "x",
    };
    const order = {
      order_number: "1",
      address: {
        street_1: "x",
        street_2: "x",
        city: "x",
        postal_code: "x",
        state: "x",
        country: "x",
      },
      summary: { subtotal: 1, shipping_cost: 1, total_tax: 1, total_cost: 1 },
      adjustments: Array(50).fill({ name: "x", amount: 1 }),
      elements: Array(50).fill(element),
    };
    assert.equal(hasTooManyValues(JSON.stringify({ orders: Array(10).fill(order) })), false);
  });

  it("counts values up to 20,000", () => {
    assert.equal(hasTooManyValues(list(19_999)), false);
    assert.equal(hasTooManyValues(list(20_001)), true);
  });

  for (const [what, item] of [
    ["empty arrays", "[],"],
    ["empty objects", "{},"],
    ["digits", "0,"],
    ["arrays in arrays", "["],
    ["empty texts", '"",'],
    ["fields", '"":0,'],
  ] as const) {
    it(`counts ${what}`, () => assert.equal(hasTooManyValues(item.repeat(50_000)), true));
  }

  it("counts nothing inside of texts, also behind escaped quotes", () => {
    assert.equal(hasTooManyValues(`"${",[{".repeat(50_000)}"`), false);
    assert.equal(hasTooManyValues(`"\\"${",".repeat(50_000)}\\\\"`), false);
    assert.equal(hasTooManyValues(`["\\\\"${",0".repeat(50_000)}]`), true);
  });
});
