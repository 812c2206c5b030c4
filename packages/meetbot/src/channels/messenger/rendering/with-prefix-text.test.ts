import assert from "node:assert/strict";
import { test } from "node:test";
import type { GraphMessage } from "./graph-message.ts";
import { render } from "./render.ts";
import { withPrefixText } from "./with-prefix-text.ts";

const utc = { timeZone: "UTC" };
const lead = "Here is your order:";
const quick_replies = [{ content_type: "text" as const, title: "Where is it?", payload: "token" }];

const buttons = [{ type: "web_url" as const, url: "https://shop.example/", title: "View order" }];
const aboveButtons = (text: string): GraphMessage => ({
  attachment: { type: "template", payload: { template_type: "button", text, buttons } },
});

test("a text, and a text above buttons, are said after the words before them, with their choices", () => {
  assert.deepEqual(withPrefixText(lead, { text: "Order 1", quick_replies }), {
    text: "Here is your order:\n\nOrder 1",
    quick_replies,
  });
  assert.deepEqual(withPrefixText(lead, { ...aboveButtons("Order 1"), quick_replies }), {
    ...aboveButtons("Here is your order:\n\nOrder 1"),
    quick_replies,
  });
});

test("a text is as long as Meta takes it: less than 2,000 characters, above buttons 640", () => {
  const rest = (max: number) => "x".repeat(max - `${lead}\n\n`.length);
  assert(withPrefixText(lead, { text: rest(1_999) }));
  assert.equal(withPrefixText(lead, { text: rest(2_000) }), null);
  assert(withPrefixText(lead, aboveButtons(rest(640))));
  assert.equal(withPrefixText(lead, aboveButtons(rest(641))), null);
});

test("cards and receipts have no place for words", () => {
  const [cards] = render(
    { kind: "orders", locale: "en", orders: [{ order_number: "····8902", status: "paid" }] },
    utc,
  ).messages;
  assert.equal(withPrefixText(lead, cards!), null);
});
