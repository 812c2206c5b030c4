import assert from "node:assert/strict";
import { test } from "node:test";
import type { SeenOrder } from "@meetbot/model/conversation/proof.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { Order } from "@meetbot/protocol";
import type { GraphMessage } from "./graph-message.ts";
import { render } from "./render.ts";

const utc = { timeZone: "UTC" };

/** The example of the wire's documentation, as it is shown at the highest level. */
const whole: Order = {
  recipient_name: "Stephane Crozatier",
  order_number: "12345678902",
  currency: "USD",
  payment_method: "Visa 2345",
  order_url: "https://shop.example/order?order_id=123456",
  timestamp: "1428444852",
  status: "unpaid",
  address: {
    street_1: "1 Hacker Way",
    street_2: "",
    city: "Menlo Park",
    postal_code: "94025",
    state: "CA",
    country: "us",
  },
  summary: { subtotal: 75, shipping_cost: 4.95, total_tax: 6.19, total_cost: 56.14 },
  adjustments: [
    { name: "New Customer Discount", amount: 20 },
    { name: "$10 Off Coupon", amount: -10 },
  ],
  elements: [
    {
      title: "Classic White T-Shirt",
      subtitle: "100% Soft and Luxurious Cotton",
      quantity: 2,
      price: 50,
      currency: "USD",
      image_url: "https://shop.example/img/whiteshirt.png",
    },
    { title: "Classic Gray T-Shirt", quantity: 1, price: 25, currency: "USD" },
  ],
};
const choices = [{ title: "Where is it?", payload: "token" }];
const quickReplies = [{ content_type: "text", title: "Where is it?", payload: "token" }];

const orders = (...shown: Partial<SeenOrder>[]): VisibleReply => ({
  kind: "orders",
  locale: "en",
  orders: shown,
});
const without = (...keys: (keyof Order)[]): Partial<Order> =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => !keys.includes(key as keyof Order)));

/** What the template of a message holds. */
function payloadOf(message: GraphMessage | undefined): Record<string, unknown> {
  assert.ok(message && "attachment" in message);
  return { ...message.attachment.payload };
}
function textOf(message: GraphMessage | undefined): string {
  assert.ok(message && "text" in message);
  return message.text;
}
function cardsOf(message: GraphMessage | undefined): Record<string, unknown>[] {
  return payloadOf(message).elements as Record<string, unknown>[];
}

test("an order shown whole is a receipt; its status and its page stand below, with the choices", () => {
  const { messages, notes } = render({ ...orders(whole), choices }, utc);
  assert.deepEqual(notes, []);
  assert.deepEqual(messages, [
    {
      attachment: {
        type: "template",
        payload: {
          template_type: "receipt",
          recipient_name: "Stephane Crozatier",
          order_number: "12345678902",
          currency: "USD",
          payment_method: "Visa 2345",
          order_url: "https://shop.example/order?order_id=123456",
          timestamp: "1428444852",
          address: {
            street_1: "1 Hacker Way",
            city: "Menlo Park",
            postal_code: "94025",
            state: "CA",
            country: "US",
          },
          summary: { subtotal: 75, shipping_cost: 4.95, total_tax: 6.19, total_cost: 56.14 },
          adjustments: [
            { name: "New Customer Discount", amount: 20 },
            { name: "$10 Off Coupon", amount: 10 },
          ],
          elements: whole.elements,
        },
      },
    },
    {
      attachment: {
        type: "template",
        payload: {
          template_type: "generic",
          elements: [
            {
              title: "Order 12345678902",
              subtitle: "awaiting payment",
              buttons: [
                {
                  type: "web_url",
                  url: "https://shop.example/order?order_id=123456",
                  title: "View order",
                },
              ],
            },
          ],
        },
      },
      quick_replies: quickReplies,
    },
  ]);
});

test("a receipt holds only what Meta knows, and an address only whole", () => {
  const strange = {
    ...whole,
    gift: true,
    timestamp: "1428444852000",
    address: { city: "Menlo Park", country: "US" },
    adjustments: [],
    elements: [
      { title: "Shirt", quantity: 3, price: 0.1 + 0.2, currency: "?", image_url: "data:," },
    ],
  };
  const receipt = payloadOf(render(orders(strange), utc).messages[0]);
  assert.deepEqual(Object.keys(receipt), [
    "template_type",
    "recipient_name",
    "order_number",
    "currency",
    "payment_method",
    "order_url",
    "timestamp",
    "summary",
    "elements",
  ]);
  assert.equal(receipt.timestamp, "1428444852");
  assert.deepEqual(receipt.elements, [{ title: "Shirt", quantity: 3, price: 0.3 }]);
});

test("an order that is not paid yet says so where the payment would stand", () => {
  const english = render(orders(without("payment_method")), utc);
  assert.equal(payloadOf(english.messages[0]).payment_method, "awaiting payment");
  const chinese = render({ ...orders(without("payment_method")), locale: "zh" }, utc);
  assert.equal(payloadOf(chinese.messages[0]).payment_method, "待付款");
});

test("the lines of a long order are summed up behind the ninety-ninth", () => {
  const elements = Array.from({ length: 105 }, (_, index) => ({
    title: `Item ${index}`,
    quantity: 2,
    price: 1.1,
  }));
  const { messages, notes } = render(orders({ ...whole, elements }), utc);
  const lines = payloadOf(messages[0]).elements as { title: string; price: number }[];
  assert.equal(lines.length, 100);
  assert.deepEqual(lines.at(-1), { title: "… and 6 more", price: 6.6 });
  assert.deepEqual(notes, ["receipt_shortened"]);
});

test("what cannot be a receipt is a text with a button to the order's page", () => {
  const cases: Partial<Order>[] = [{ ...whole, currency: "$" }, without("summary")];
  for (const order of cases) {
    const { messages, notes } = render({ ...orders(order), choices }, utc);
    assert.deepEqual(notes, ["no_receipt"]);
    assert.equal(messages.length, 1);
    const { text, buttons, template_type } = payloadOf(messages[0]);
    assert.equal(template_type, "button");
    assert.match(String(text), /^Order 12345678902 · awaiting payment/);
    assert.match(String(text), /2 × Classic White T-Shirt/);
    assert.doesNotMatch(String(text), /https:/);
    assert.deepEqual(buttons, [{ type: "web_url", url: whole.order_url, title: "View order" }]);
    assert.deepEqual(messages[0]?.quick_replies, quickReplies);
  }
});

test("who sent a receipt before gets no second one", () => {
  const { messages } = render(orders(whole), { ...utc, receipts: false });
  assert.deepEqual(
    messages.map((message) => payloadOf(message).template_type),
    ["button"],
  );
});

test("a receipt without a page has no card below it: the sentence before it said where the order is", () => {
  const { messages, notes } = render({ ...orders(without("order_url")), choices }, utc);
  assert.deepEqual([messages.length, notes], [1, []]);
  assert.equal(payloadOf(messages[0]).template_type, "receipt");
  assert.deepEqual(messages[0]?.quick_replies, quickReplies);
  const unusable = render(orders({ ...whole, order_url: "javascript:1" }), utc);
  assert.deepEqual([unusable.messages.length, unusable.notes], [1, ["link_dropped"]]);
});

test("an order whose items are shown, and nothing of a person, is a short text", () => {
  const parcel = { package_status: "Out for delivery", exp_delivery: "2015-04-09" };
  const shown = {
    ...without("recipient_name", "address", "payment_method", "order_url"),
    ...{ status: "shipped", parcel },
    elements: ["Shirt", "Socks", "Belt", "Hat", "Scarf"].map((title) => ({
      ...{ title, quantity: 1, price: 15 },
    })),
  };
  const { messages, notes } = render({ ...orders(shown), choices }, utc);
  assert.deepEqual(notes, []);
  assert.equal(messages.length, 1);
  assert.deepEqual(textOf(messages[0]).split("\n  "), [
    "Order 12345678902 · Out for delivery · placed Apr 7, 2015",
    "1 × Shirt  $15.00",
    "1 × Socks  $15.00",
    "1 × Belt  $15.00",
    "… and 2 more",
    "Total  $56.14",
  ]);
  assert.deepEqual(messages[0]?.quick_replies, quickReplies);
});

test("whatever is about a person makes an order whole, and a whole one is told whole", () => {
  const [message] = render(orders(without("recipient_name", "order_url")), utc).messages;
  assert.match(textOf(message), /\n {2}Shipping {2}\$4\.95\n/);
  assert.match(textOf(message), /Menlo Park.*\n {2}Paid with Visa 2345$/s);
});

test("a long order with a page is a text, and a button below it", () => {
  const elements = Array.from({ length: 10 }, (_, index) => ({
    title: `Item ${index} ${"long ".repeat(20)}`,
    quantity: 1,
    price: 1,
  }));
  const { messages } = render(orders({ ...without("summary"), elements }), utc);
  assert.equal(messages.length, 2);
  assert.match(textOf(messages[0]), /Item 9/);
  assert.equal(payloadOf(messages[1]).text, "Order 12345678902");
});

test("a masked order is a card without any button", () => {
  const masked = { order_number: "····8902", status: "shipped", placed_month: "2025-11" };
  assert.deepEqual(cardsOf(render(orders(masked), utc).messages[0]), [
    { title: "Order ····8902", subtitle: "shipped · placed in November 2025" },
  ]);
});

test("an order of which no items are told is a card with what it costs", () => {
  const { elements: _, ...bare } = without("recipient_name", "address", "payment_method");
  const [message] = render(orders(bare), utc).messages;
  const [card] = cardsOf(message);
  assert.equal(card?.subtitle, "awaiting payment · placed Apr 7, 2015 · $56.14");
});

test("several orders are one text with a line each: goods, where it is, when it comes", () => {
  const parcel = { package_status: "In transit", exp_delivery: "2026-12-01" };
  const sent = { ...whole, status: "shipped", parcel };
  const masked = { order_number: "····8902", status: "shipped", placed_month: "2026-11" };
  const bare = { order_number: "····" };
  const { messages, notes } = render(
    { ...orders(sent, whole, masked, bare), choices },
    { ...utc, today: "2026-11-28" },
  );
  assert.deepEqual(notes, ["items_summed_up"]);
  assert.equal(messages.length, 1);
  assert.deepEqual(textOf(messages[0]).split("\n"), [
    "1. Classic White T-Shirt +1 more · In transit · Expected Dec 1, 2026",
    "2. Classic White T-Shirt +1 more · awaiting payment · placed Apr 7, 2015",
    "3. Order ····8902 · shipped · placed in November 2026",
    "4. Order ····",
  ]);
  assert.deepEqual(messages[0]?.quick_replies, quickReplies);
});

test("in Chinese too, and whatever the shop wrote the status in", () => {
  const parcel = { package_status: "Delivered", exp_delivery: "2026-11-27" };
  const shown = { ...whole, elements: [{ title: "白色衬衫", quantity: 1, price: 25 }], parcel };
  const list = orders(shown, { ...shown, parcel: { package_status: "清关中" } });
  const [message] = render({ ...list, locale: "zh" }, { ...utc, today: "2026-11-28" }).messages;
  assert.deepEqual(textOf(message).split("\n"), [
    "1. 白色衬衫 · 已签收 · 2026年11月27日",
    "2. 白色衬衫 · 清关中 · 下单时间 2015年4月7日",
  ]);
});

test("ten orders with the longest titles are one text that leaves room for the words before it", () => {
  for (const title of ["x", "长", "👩‍👩‍👧‍👦"]) {
    const elements = [title.repeat(180), "Socks"].map((one) => ({
      ...{ title: one, quantity: 1, price: 1 },
    }));
    const many = Array.from({ length: 10 }, () => ({ ...whole, elements }));
    const { messages, notes } = render(orders(...many), utc);
    assert.deepEqual([messages.length, notes], [1, ["items_summed_up"]]);
    assert.ok(textOf(messages[0]).length < 1500, title);
    assert.equal(textOf(messages[0]).split("\n").length, 10);
  }
});

test("where a shop writes novels as a status, each line gives way, and no order is lost", () => {
  const many = Array.from({ length: 10 }, (_, nth) => ({
    order_number: `${nth}`,
    status: "清关中，请耐心等待。".repeat(150),
  }));
  const { messages, notes } = render(orders(...many), utc);
  assert.deepEqual([messages.length, notes], [1, ["text_cut"]]);
  assert.ok(textOf(messages[0]).length <= 1999);
  const lines = textOf(messages[0]).split("\n");
  assert.deepEqual(
    lines.map((line) => /^(\d+)\. Order (\d) · .*…$/u.exec(line)?.slice(1)),
    many.map((_, nth) => [`${nth + 1}`, `${nth}`]),
  );
});
