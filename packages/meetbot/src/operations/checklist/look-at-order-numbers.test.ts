import assert from "node:assert/strict";
import { test } from "node:test";
import { readOrderNumberFormat } from "@meetbot/admin-api/settings/order-number-format.ts";
import { delivery } from "../../store/store.fixture.ts";
import { lookAtOrderNumbers } from "./look-at-order-numbers.ts";

/** A shop's answer with orders of these numbers. */
function answering(...numbers: (string | number)[]) {
  const body = JSON.stringify({ orders: numbers.map((number) => ({ order_number: number })) });
  return [
    { ...delivery, exchanges: delivery.exchanges.map((one) => ({ ...one, responseBody: body })) },
  ];
}

test("long numbers are found as they are, short ones once the format is told", () => {
  assert.equal(lookAtOrderNumbers(answering("MBA2DSKP5W56", 12345678902), null), "found");
  const short = answering("100045", "100046");
  assert.equal(lookAtOrderNumbers(short, null), "not_found");
  assert.equal(lookAtOrderNumbers(short, readOrderNumberFormat("[digits 6]")), "found");
  assert.equal(lookAtOrderNumbers(short, readOrderNumberFormat("SO-[digits 6]")), "told_otherwise");
});

test("nothing is known before the shop has shown an order", () => {
  assert.equal(lookAtOrderNumbers([], null), "none_seen");
  assert.equal(lookAtOrderNumbers([{ ...delivery, outcome: "timeout" }], null), "none_seen");
  assert.equal(lookAtOrderNumbers(answering(), null), "none_seen");
});

test("an answer that was kept in part is read as far as it goes", () => {
  const [whole] = answering("100045", "100046");
  assert(whole);
  const exchanges = whole.exchanges.map((one) => ({
    ...one,
    responseBody: one.responseBody.slice(0, -20),
  }));
  assert.equal(lookAtOrderNumbers([{ ...whole, exchanges }], null), "not_found");
});
