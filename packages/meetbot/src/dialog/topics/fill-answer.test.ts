import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerValues, fillAnswer, speaksOfOrder } from "./fill-answer.ts";

const nothing: AnswerValues = { "order.number": null, "order.status": null, "shop.contact": null };
const all: AnswerValues = {
  "order.number": "MB1",
  "order.status": "shipped",
  "shop.contact": "help@shop.example",
};

const texts: [text: string, filled: string, withoutAny: string][] = [
  ["Within 30 days.", "Within 30 days.", "Within 30 days."],
  [
    "Returns are free. Order {order.number} is {order.status}! Write to {shop.contact}.",
    "Returns are free. Order MB1 is shipped! Write to help@shop.example.",
    "Returns are free.",
  ],
  ["Send it, e.g. {order.number}, to us. Thanks.", "Send it, e.g. MB1, to us. Thanks.", "Thanks."],
  [
    "七天内可退。订单{order.number}{order.status}。",
    "七天内可退。订单MB1shipped。",
    "七天内可退。",
  ],
  [
    "Order: {order.number}\nStatus: {order.status}\n\nMill Road 5\nCork",
    "Order: MB1\nStatus: shipped\n\nMill Road 5\nCork",
    "Mill Road 5\nCork",
  ],
  ["First.\n\n{order.number}\n\nLast.", "First.\n\nMB1\n\nLast.", "First.\n\nLast."],
  ["{ order.number } it is.", "MB1 it is.", ""],
];

for (const [text, filled, withoutAny] of texts) {
  test(`nobody reads a brace or a gap: ${JSON.stringify(text)}`, () => {
    assert.equal(fillAnswer(text, all), filled);
    assert.equal(fillAnswer(text, nothing), withoutAny);
  });
}

test("a place that nothing is known for is no text either", () => {
  assert.equal(fillAnswer("Surely. {customer.name} is right. B {} c. Z.", all), "Surely. Z.");
  assert.equal(fillAnswer("Mind {__proto__} it. Z.", all), "Z.");
});

test("what a value has in braces is filled in no further", () => {
  const values = { ...all, "shop.contact": "{order.number} $& Mo. Fr." };
  assert.equal(fillAnswer("Ask {shop.contact}", values), "Ask {order.number} $& Mo. Fr.");
});

test("what a reader does not see is left out, of the text and of what is filled in", () => {
  const values = { ...all, "order.status": "\u202egnihtemos\u2066" };
  assert.equal(
    fillAnswer("\u202eA\u0007 {order.status}.\r\nB👩‍👩‍👧", values),
    "A gnihtemos.\nB👩‍👩‍👧",
  );
});

test("a text speaks of an order where it has a place for one", () => {
  assert(speaksOfOrder("Is it {order.status}?"));
  assert(speaksOfOrder("{ order.number }"));
  assert(!speaksOfOrder("Write to {shop.contact} about your order.number."));
});
