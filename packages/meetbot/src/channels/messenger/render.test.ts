import assert from "node:assert/strict";
import { test } from "node:test";
import type { Order, Package } from "@meetbot/protocol";
import fc from "fast-check";
import { message as checkMessage } from "../../graph-simulator/message-shape.ts";
import type { VisibleReply } from "../../model/reply.ts";
import { sampleReplies } from "../channel.contract.ts";
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

const orders = (...shown: Partial<Order>[]): VisibleReply => ({
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
              subtitle: "awaiting payment · placed Apr 7, 2015",
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

test("an order whose items are shown, and nothing of a person, is a text", () => {
  const shown = without("recipient_name", "address", "payment_method", "order_url");
  const { messages, notes } = render({ ...orders(shown), choices }, utc);
  assert.deepEqual(notes, []);
  assert.equal(messages.length, 1);
  assert.match(textOf(messages[0]), /\n {2}Total {2}\$56\.14$/);
  assert.deepEqual(messages[0]?.quick_replies, quickReplies);
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
  const masked = { order_number: "····8902", status: "shipped", timestamp: "1763600000" };
  assert.deepEqual(cardsOf(render(orders(masked), utc).messages[0]), [
    { title: "Order ····8902", subtitle: "shipped · placed Nov 20, 2025" },
  ]);
});

test("several orders are one carousel of up to ten cards, then another", () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ ...whole, order_number: `MB${index}` }));
  const { messages, notes } = render({ ...orders(...many), choices }, utc);
  assert.deepEqual(
    messages.map((message) => cardsOf(message).length),
    [10, 2],
  );
  assert.deepEqual(cardsOf(messages[0])[0], {
    title: "Order MB0",
    subtitle: "awaiting payment · placed Apr 7, 2015 · $56.14 · Classic White T-Shirt +1",
    image_url: "https://shop.example/img/whiteshirt.png",
    buttons: [{ type: "web_url", url: whole.order_url, title: "View order" }],
  });
  assert.deepEqual(notes, ["items_summed_up"]);
  assert.equal(messages[0]?.quick_replies, undefined);
  assert.deepEqual(messages[1]?.quick_replies, quickReplies);
});

test("cards that would have a title alone are said as text", () => {
  const { messages, notes } = render(orders({ order_number: "····" }, whole), utc);
  assert.deepEqual(notes, ["cards_as_text", "items_summed_up"]);
  assert.match(textOf(messages[0]), /^Order ····\n\nOrder 12345678902/);
});

const pkg: Package = {
  order_number: "12345678902",
  package_number: "A1231411",
  product_name: "Classic White Shirt",
  carrier: "UPS",
  tracking_number: "UPS11012",
  tracking_url: "https://ups.example/?id=aaaaaa",
  package_status: "Delivery in progress",
  exp_delivery: "2017-12-12",
  image_url: "https://shop.example/img/whiteshirt.png",
};

test("a package is a card with its carrier behind a button, in both languages", () => {
  const english = render({ kind: "packages", locale: "en", packages: [pkg] }, utc);
  assert.deepEqual(cardsOf(english.messages[0]), [
    {
      title: "Classic White Shirt",
      subtitle: "Delivery in progress · Expected Dec 12, 2017 · UPS UPS11012 · Package A1231411",
      image_url: pkg.image_url,
      buttons: [{ type: "web_url", url: pkg.tracking_url, title: "Track" }],
    },
  ]);
  const unnamed = { package_number: "A1", package_status: "已签收", exp_delivery: "2017-12-12" };
  const chinese = render({ kind: "packages", locale: "zh", packages: [unnamed, pkg] }, utc);
  const [first, second] = cardsOf(chinese.messages[0]);
  assert.deepEqual(first, { title: "包裹 A1", subtitle: "已签收 · 2017年12月12日 已送达" });
  assert.deepEqual(second?.buttons, [
    { type: "web_url", url: pkg.tracking_url, title: "查看物流" },
  ]);
});

test("a link that Meta does not open is left out, and said to be", () => {
  const packages = [{ ...pkg, tracking_url: "javascript:alert(1)", image_url: "data:," }];
  const { messages, notes } = render({ kind: "packages", locale: "en", packages }, utc);
  assert.deepEqual(Object.keys(cardsOf(messages[0])[0] ?? {}), ["title", "subtitle"]);
  assert.deepEqual(notes, ["link_dropped"]);
});

test("where an email is asked for, Meta's own button comes first", () => {
  const asking: VisibleReply = { kind: "text", locale: "en", text: "Which email?", ask: "email" };
  assert.deepEqual(render({ ...asking, choices }, utc).messages, [
    { text: "Which email?", quick_replies: [{ content_type: "user_email" }, ...quickReplies] },
  ]);
  const code = render({ ...asking, ask: "code" }, utc);
  assert.deepEqual(code.messages, [{ text: "Which email?" }]);
});

test("titles of choices keep both ends, so that numbers stay told apart", () => {
  const titles = ["Where is 12345678901?", "Where is 12345678902?", "12345678902 到哪儿了", "短"];
  const reply: VisibleReply = {
    kind: "text",
    locale: "en",
    text: "Which one?",
    choices: titles.map((title, index) => ({ title, payload: `token-${index}` })),
  };
  const { messages, notes } = render(reply, utc);
  const shown = messages[0]?.quick_replies?.map((one) => "title" in one && one.title);
  assert.deepEqual(shown, [
    "Where is…2345678901?",
    "Where is…2345678902?",
    "12345678902 到哪儿了",
    "短",
  ]);
  assert.deepEqual(notes, ["text_cut"]);
});

test("of too many choices the first are shown; a payload that is too long is left out", () => {
  const many = Array.from({ length: 15 }, (_, index) => ({
    title: `${index}`,
    payload: `${index}`,
  }));
  const reply: VisibleReply = { kind: "text", locale: "en", text: "Which one?", choices: many };
  const shown = render(reply, utc);
  assert.equal(shown.messages[0]?.quick_replies?.length, 13);
  assert.deepEqual(shown.notes, ["choices_dropped"]);
  const long = [{ title: "A", payload: "x".repeat(1001) }, ...choices];
  const other = render({ ...reply, choices: long }, utc);
  assert.deepEqual(other.messages[0]?.quick_replies, quickReplies);
  assert.deepEqual(other.notes, ["payload_dropped"]);
});

test("a long text is divided where a reader would, and no character of it is lost", () => {
  const paragraphs = Array.from({ length: 12 }, (_, index) => `${index} ${"word ".repeat(70)}end.`);
  const { messages, notes } = render(
    { kind: "text", locale: "en", text: paragraphs.join("\n\n"), choices },
    utc,
  );
  assert.equal(messages.length, 3);
  assert.deepEqual(notes, ["text_split"]);
  const parts = messages.map(textOf);
  assert.equal(parts.join("\n\n"), paragraphs.join("\n\n"));
  for (const part of parts) assert.match(part, /end\.$/);
  assert.deepEqual(
    messages.map(({ quick_replies }) => quick_replies?.length),
    [undefined, undefined, 1],
  );
  const family = "👩‍👩‍👧‍👦".repeat(600);
  const families = render({ kind: "text", locale: "zh", text: family }, utc).messages.map(textOf);
  assert.equal(families.join(""), family);
  for (const part of families) assert.equal(part.length % 11, 0);
});

test("choices of an empty list are asked in words", () => {
  const { messages } = render({ ...orders(), choices }, utc);
  assert.deepEqual(messages, [{ text: "What would you like to do?", quick_replies: quickReplies }]);
  assert.deepEqual(render(orders(), utc), { messages: [], notes: [] });
});

/** Texts of every length and script around the limits, and links of every kind. */
const text = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 120 }),
  fc
    .tuple(fc.constantFrom("a", "长", "👩‍👩‍👧‍👦", "é ", "word. "), fc.integer({ min: 1, max: 700 }))
    .map(([unit, times]) => unit.repeat(times)),
);
/** As the protocol's parsers leave it: visible characters, at most 2,000. */
const shopText = text
  .map((one) =>
    one
      .replace(/\p{Cc}/gu, "")
      .trim()
      .slice(0, 2000)
      .toWellFormed(),
  )
  .filter((one) => one !== "");
const link = fc.oneof(fc.webUrl(), fc.constantFrom("javascript:1", "https://", "x", "http://a b/"));
const amount = fc.double({ min: 0, max: 1e7, noNaN: true });
const maybe = { requiredKeys: [] as [] };
const anyOrder = fc.record(
  {
    recipient_name: shopText,
    order_number: shopText,
    currency: fc.constantFrom("USD", "jpy", "$", "XXZ", ""),
    payment_method: shopText,
    order_url: link,
    timestamp: fc.constantFrom("1428444852", "1428444852000", "soon", ""),
    status: shopText,
    address: fc.record(
      {
        street_1: shopText,
        street_2: shopText,
        city: shopText,
        postal_code: shopText,
        state: shopText,
        country: fc.constantFrom("US", "cn", "China"),
      },
      maybe,
    ),
    summary: fc.record({ subtotal: amount, total_cost: amount }, { requiredKeys: ["total_cost"] }),
    adjustments: fc.array(fc.record({ name: shopText, amount }), { maxLength: 3 }),
    elements: fc.array(
      fc.record(
        {
          title: shopText,
          subtitle: shopText,
          quantity: fc.nat(),
          price: amount,
          currency: fc.constantFrom("EUR", "€"),
          image_url: link,
        },
        { requiredKeys: ["title", "quantity", "price"] },
      ),
      { maxLength: 4 },
    ),
  },
  maybe,
);
const anyPackage = fc.record(
  {
    order_number: shopText,
    package_number: shopText,
    product_name: shopText,
    carrier: shopText,
    tracking_number: shopText,
    tracking_url: link,
    package_status: shopText,
    exp_delivery: fc.constantFrom("2017-12-12", "soon"),
    image_url: link,
  },
  maybe,
);
const rest = {
  locale: fc.constantFrom("en" as const, "zh" as const),
  choices: fc.array(fc.record({ title: shopText, payload: shopText }), { maxLength: 16 }),
};
const anyReply = fc.oneof(
  fc.record({
    kind: fc.constant("text" as const),
    text: shopText,
    ask: fc.constantFrom("email" as const, "order_number" as const),
    ...rest,
  }),
  fc.record({
    kind: fc.constant("orders" as const),
    orders: fc.array(anyOrder, { minLength: 1, maxLength: 12 }),
    ...rest,
  }),
  fc.record({
    kind: fc.constant("packages" as const),
    packages: fc.array(anyPackage, { minLength: 1, maxLength: 12 }),
    ...rest,
  }),
);

test("whatever a reply holds, Meta takes each of its messages", () => {
  for (const reply of sampleReplies) {
    for (const message of render(reply, utc).messages) checkMessage(message, "message");
  }
  fc.assert(
    fc.property(anyReply, fc.boolean(), (reply, receipts) => {
      const { messages } = render(reply, { ...utc, receipts });
      assert.ok(messages.length > 0);
      for (const message of messages) checkMessage(message, "message");
    }),
    { numRuns: 300 },
  );
});
