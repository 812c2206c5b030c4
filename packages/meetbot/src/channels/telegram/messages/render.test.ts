import assert from "node:assert/strict";
import { test } from "node:test";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { render } from "./render.ts";

const utc = { timeZone: "UTC" };
const noPreview = { link_preview_options: { is_disabled: true } };
const order = {
  order_number: "12345678902",
  status: "shipped",
  currency: "USD",
  summary: { total_cost: 56.14 },
  elements: [{ title: "Linen Shirt", quantity: 1, price: 56.14 }],
};
const pkg = {
  package_number: "A1231411",
  product_name: "Linen Shirt",
  carrier: "UPS",
  tracking_number: "UPS11012",
  tracking_url: "https://carrier.example/?id=1",
  package_status: "shipped",
};
const picture = "https://cdn.example/shirt.jpg";
const say = (fields: object) =>
  ({ kind: "text", locale: "en", text: "Hi", ...fields }) as VisibleReply;
const orders = (...list: object[]) =>
  ({ kind: "orders", locale: "en", orders: list }) as VisibleReply;
const packages = (...list: object[]) =>
  ({ kind: "packages", locale: "en", packages: list }) as VisibleReply;

test("choices stand below the text, one in a row, with their tokens", () => {
  const choices = [
    { title: "My orders", payload: "menu:orders" },
    { title: "Where is it?", payload: "x".repeat(43) },
  ];
  assert.deepEqual(render(say({ choices }), utc), {
    messages: [
      {
        ...{ method: "sendMessage", text: "Hi", ...noPreview },
        reply_markup: {
          inline_keyboard: [
            [{ text: "My orders", callback_data: "menu:orders" }],
            [{ text: "Where is it?", callback_data: "x".repeat(43) }],
          ],
        },
      },
    ],
    notes: [],
  });
});

test("a payload that Telegram would refuse, and the message with it, is left out and said to be", () => {
  const choices = [
    { title: "Fits", payload: "长".repeat(21) },
    { title: "Is a byte too long", payload: `${"长".repeat(21)}ab` },
    { title: "Is none", payload: "" },
  ];
  const { messages, notes } = render(say({ choices }), utc);
  assert.deepEqual(
    messages[0]?.reply_markup?.inline_keyboard.flat().map(({ text }) => text),
    ["Fits"],
  );
  assert.deepEqual(notes, ["payload_dropped"]);
});

test("what the shop wrote stands out as that, and its pages are buttons before the choices", () => {
  const links = [
    { title: "Returns", url: "https://shop.example/returns" },
    { title: "Nowhere", url: "javascript:alert(1)" },
  ];
  const choices = [{ title: "Talk to a person", payload: "menu:person" }];
  const { messages, notes } = render(say({ ofShop: true, links, choices }), utc);
  assert.deepEqual(notes, ["link_dropped"]);
  assert.deepEqual(messages, [
    {
      ...{ method: "sendMessage", text: "From the shop:\nHi", ...noPreview },
      entities: [{ type: "bold", offset: 0, length: 14 }],
      reply_markup: {
        inline_keyboard: [
          [{ text: "Returns", url: "https://shop.example/returns" }],
          [{ text: "Talk to a person", callback_data: "menu:person" }],
        ],
      },
    },
  ]);
});

test("an order is one message: its head stands out, its page is a button", () => {
  const { messages, notes } = render(
    orders({ ...order, order_url: "https://shop.example/o/1" }),
    utc,
  );
  assert.deepEqual(notes, []);
  assert.deepEqual(messages, [
    {
      method: "sendMessage",
      text: "Order 12345678902 · shipped\n  1 × Linen Shirt  $56.14\n  Total  $56.14",
      entities: [{ type: "bold", offset: 0, length: 27 }],
      ...noPreview,
      reply_markup: {
        inline_keyboard: [[{ text: "View order", url: "https://shop.example/o/1" }]],
      },
    },
  ]);
});

test("several are one text with a line each, and their choices name them below it", () => {
  const elements = [{ ...order.elements[0], image_url: picture }, { title: "Socks" }];
  const parcel = { package_status: "In transit", exp_delivery: "2026-12-01" };
  const url = { order_url: "https://shop.example/o/1" };
  const list = orders(
    { ...order, ...url, elements, parcel },
    { ...order, elements: [{ title: "亚麻衬衫" }], timestamp: "1428444852" },
    { order_number: "····8902", status: "shipped", placed_month: "2026-11" },
  );
  const choices = ["Linen Shirt", "亚麻衬衫"].map((title, nth) => ({ title, payload: `t${nth}` }));
  const { messages, notes } = render({ ...list, choices }, utc);
  assert.deepEqual(notes, []);
  assert.deepEqual(messages, [
    {
      method: "sendMessage",
      text: [
        "1. Linen Shirt +1 more · In transit · Expected Dec 1, 2026",
        "2. 亚麻衬衫 · shipped · placed Apr 7, 2015",
        "3. Order ····8902 · shipped · placed in November 2026",
      ].join("\n"),
      ...noPreview,
      reply_markup: {
        inline_keyboard: [
          [{ text: "Linen Shirt", callback_data: "t0" }],
          [{ text: "亚麻衬衫", callback_data: "t1" }],
        ],
      },
    },
  ]);
});

test("a list in which each line is too long is one message still, and says all numbers", () => {
  const many = Array.from({ length: 10 }, (_, nth) => ({
    order_number: `${nth}`,
    status: "长".repeat(2000),
  }));
  const { messages, notes } = render(orders(...many), utc);
  assert.deepEqual([messages.length, notes], [1, ["text_cut"]]);
  const [message] = messages;
  assert.ok(message?.method === "sendMessage" && message.text.length <= 4096);
  assert.equal(message.text.match(/^\d+\. Order \d · 长+…$/gm)?.length, 10);
});

test("one with a picture is a picture with its words below", () => {
  const elements = [{ ...order.elements[0], image_url: picture }];
  const [message] = render(orders({ ...order, elements }), utc).messages;
  assert.deepEqual(message, {
    ...{ method: "sendPhoto", photo: picture },
    caption: "Order 12345678902 · shipped\n  1 × Linen Shirt  $56.14\n  Total  $56.14",
    caption_entities: [{ type: "bold", offset: 0, length: 27 }],
  });
  const long = Array.from({ length: 10 }, () => ({ ...elements[0], title: "x".repeat(200) }));
  const { messages, notes } = render(orders({ ...order, elements: long }), utc);
  assert.deepEqual(
    [messages.map(({ method }) => method), notes],
    [["sendMessage"], ["picture_dropped"]],
  );
});

test("a package is tracked and its number copied by buttons", () => {
  const [message] = render(packages(pkg), utc).messages;
  assert.deepEqual(message?.reply_markup?.inline_keyboard.flat(), [
    { text: "Track package", url: pkg.tracking_url },
    { text: "Copy tracking number", copy_text: { text: "UPS11012" } },
  ]);
  assert.doesNotMatch(JSON.stringify({ ...message, reply_markup: null }), /carrier\.example/);
});

test("several are one message, and its buttons say whose they are", () => {
  const { messages, notes } = render(
    packages({ ...pkg, image_url: picture }, { ...pkg, tracking_number: "UPS2" }),
    utc,
  );
  assert.equal(messages.length, 1);
  const [message] = messages;
  assert.deepEqual(notes, ["picture_dropped"]);
  assert.deepEqual(
    message?.reply_markup?.inline_keyboard.flat().map(({ text }) => text),
    [
      "Track package UPS11012",
      "Copy tracking number UPS11012",
      "Track package UPS2",
      "Copy tracking number UPS2",
    ],
  );
  assert.ok(message?.method === "sendMessage" && message.entities?.length === 2);
  for (const { offset, length } of message.entities) {
    assert.equal(message.text.slice(offset, offset + length), "Package A1231411 · shipped");
  }
  assert.equal(new Set(message.entities.map(({ offset }) => offset)).size, 2);
});

test("an address that Telegram opens from no button stands in the text", () => {
  for (const url of [
    "http://localhost/o/1",
    "https://ann:pw@shop.example/",
    `https://shop.example/${"x".repeat(2048)}`,
  ]) {
    const [message] = render(orders({ ...order, order_url: url }), utc).messages;
    assert.ok(message?.method === "sendMessage" && message.text.includes(url));
    assert.equal(message.reply_markup, undefined);
    const said = render(say({ link: { title: "Sign in", url } }), utc);
    if (url.includes("@")) {
      assert.deepEqual(said.notes, ["link_dropped"]);
      continue;
    }
    assert.ok(said.messages[0]?.method === "sendMessage");
    assert.equal(said.messages[0].text, `Hi\n\nSign in: ${url}`);
    assert.deepEqual(said.notes, ["link_as_text"]);
  }
  const [message] = render(
    say({ link: { title: "Sign in", url: "https://shop.example/" } }),
    utc,
  ).messages;
  assert.deepEqual(message?.reply_markup?.inline_keyboard, [
    [{ text: "Sign in", url: "https://shop.example/" }],
  ]);
});

test("a long text is divided where a reader would, and the buttons stand below its end", () => {
  const text = Array.from({ length: 300 }, (_, index) => `Sentence ${index} of this text.`).join(
    " ",
  );
  const choices = [{ title: "Help", payload: "menu:help" }];
  const { messages, notes } = render(say({ text, choices }), utc);
  assert.deepEqual(notes, ["text_split"]);
  const parts = messages.map((message) => (message.method === "sendMessage" ? message.text : ""));
  assert.equal(parts.join(" "), text);
  assert.ok(parts.every((part) => part.length <= 4096 && part.endsWith(".")));
  assert.deepEqual(
    messages.map(({ reply_markup }) => reply_markup !== undefined),
    parts.map((_, index) => index === parts.length - 1),
  );
});

test("what shops write is never markup", () => {
  const title = "<b>50%</b> *off* _all_ [x](https://evil.example) `y`";
  const elements = [{ title, quantity: 1, price: 1 }];
  const [message] = render(orders({ ...order, elements }), utc).messages;
  assert.ok(message?.method === "sendMessage" && message.text.includes(title));
  assert.ok(!("parse_mode" in message));
});
