import assert from "node:assert/strict";
import { test } from "node:test";
import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Order } from "@meetbot/protocol";
import { isKnownToShop } from "./is-known-to-shop.ts";

const order = { order_number: "MBWXS75S9878" } as Order;
const orders = (...list: Order[]): MerchantAnswer => ({
  ...{ kind: "orders", orders: list, hasNextPage: false },
});
const refusal = { kind: "refusal" } as MerchantAnswer;
const unavailable: MerchantAnswer = { kind: "unavailable", reason: "timeout" };

/** What is found out of a shop that answers like this, one question after the other. */
async function ask(...answers: MerchantAnswer[]) {
  const asked: Question[] = [];
  const { isKnown, deliveries } = await isKnownToShop("emma@example.com", async (question) => {
    asked.push(question);
    return { answer: answers[asked.length - 1]!, delivery: {} as Delivery };
  });
  assert.equal(deliveries.length, asked.length);
  return { isKnown, asked: asked.map((one) => "filter" in one && one.filter) };
}

test("whoever has an order anywhere is known", async () => {
  assert.deepEqual(await ask(orders(order)), { isKnown: true, asked: ["open"] });
  const past = await ask(orders(), orders(order));
  assert.deepEqual(past, { isKnown: true, asked: ["open", "past"] });
});

test("a no and three empty lists are the same", async () => {
  assert.deepEqual(await ask(refusal), { isKnown: false, asked: ["open"] });
  const empty = await ask(orders(), orders(), orders());
  assert.deepEqual(empty, { isKnown: false, asked: ["open", "past", "unpaid"] });
});

test("while the shop does not answer, nobody is kept out", async () => {
  assert.deepEqual(await ask(unavailable), { isKnown: true, asked: ["open"] });
});
