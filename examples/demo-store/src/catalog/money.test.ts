import assert from "node:assert/strict";
import { it } from "node:test";
import { formatMoney, toMajorUnits, toMinorUnits } from "./money.ts";

it("counts cents exactly where the decimals of a number are not exact", () => {
  assert.equal(toMinorUnits(1.15, "USD"), 115);
  assert.equal(toMinorUnits(4.35, "CNY"), 435);
  assert.equal(toMajorUnits(5614, "USD"), 56.14);
});

it("gives the yen no decimals", () => {
  assert.equal(toMinorUnits(2200, "JPY"), 2200);
  assert.equal(toMajorUnits(2200, "JPY"), 2200);
});

it("shows amounts with the sign and the decimals of their currency", () => {
  assert.equal(formatMoney(1378, "CNY"), "¥1,378.00");
  assert.equal(formatMoney(-15, "USD"), "-$15.00");
  assert.equal(formatMoney(10890, "JPY"), "￥10,890");
});
