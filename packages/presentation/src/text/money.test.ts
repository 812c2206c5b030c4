import assert from "node:assert/strict";
import { test } from "node:test";
import { readerOf } from "../status/reader-of.ts";
import { formatDiscount, formatMoney } from "./money.ts";

const en = readerOf("en");
const zh = readerOf("zh");

test("money has the digits of its currency", () => {
  assert.equal(formatMoney(1235, "JPY", en), "¥1,235");
  assert.equal(formatMoney(1.5, "KWD", en), "KWD\u00a01.500");
  assert.equal(formatMoney(1234.5, "CNY", zh), "¥1,234.50");
});

test("yen and yuan look different to either reader", () => {
  assert.notEqual(formatMoney(5, "JPY", zh)[0], formatMoney(5, "CNY", zh)[0]);
  assert.equal(formatMoney(5, "CNY", en), "CN¥5.00");
});

test("a currency nobody knows is written as it stands, and a missing one leaves the number", () => {
  assert.equal(formatMoney(56.14, "XQZ", en), "XQZ\u00a056.14");
  assert.equal(formatMoney(56.14, "a coin", en), "56.14 a coin");
  assert.equal(formatMoney(56.14, undefined, en), "56.14");
});

test("a discount is subtracted, whichever sign the shop wrote", () => {
  assert.equal(formatDiscount(20, "USD", en), "−$20.00");
  assert.equal(formatDiscount(-10, "USD", en), "−$10.00");
});
