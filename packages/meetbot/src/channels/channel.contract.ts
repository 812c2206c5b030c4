import assert from "node:assert/strict";
import { test } from "node:test";
import type { ChannelLink } from "@meetbot/model/channel-link.ts";
import type { SeenOrder } from "@meetbot/model/conversation/proof.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import fc from "fast-check";
import { type Channel, ChannelError, type PullChannel, type PushChannel } from "./channel.ts";

const choices = [
  { title: "More", payload: "token-1" },
  { title: "Talk to a person", payload: "menu:person" },
];

/** Replies of each kind, at each level, in both languages, and with data that shops really send. */
export const sampleReplies: VisibleReply[] = [
  { kind: "text", locale: "en", text: "Which email did you order with?", ask: "email", choices },
  {
    kind: "text",
    locale: "en",
    text: "Sign in there.",
    link: { title: "Sign in at the shop", url: "https://shop.example/link?meetbot_link=x" },
  },
  {
    kind: "text",
    locale: "zh",
    text: `七天内可以退货。${"长".repeat(990)}`,
    ofShop: true,
    links: [
      { title: "退货说明", url: "https://shop.example/returns" },
      { title: "A title of more than 20 characters", url: "https://shop.example/2" },
      { title: "Nowhere", url: "javascript:alert(1)" },
    ],
    choices,
  },
  { kind: "text", locale: "zh", text: "您想做什么？\n<b>& ‮" },
  {
    kind: "orders",
    locale: "en",
    orders: [{ order_number: "····W4TP", status: "shipped", placed_month: "2025-11" }],
    choices,
  },
  {
    kind: "orders",
    locale: "zh",
    orders: [
      {
        order_number: "12345678902",
        currency: "JPY",
        timestamp: "1428444852",
        status: "unpaid",
        summary: { total_cost: 5614 },
        elements: Array.from({ length: 40 }, (_, index) => ({
          title: `商品 ${index} ${"长".repeat(200)}`,
          quantity: 2,
          price: 50,
        })),
        recipient_name: "陈怡丽",
        address: { city: "上海" },
        payment_method: "Visa 2345",
        order_url: "https://shop.example.com/order?order_id=123456",
      },
      { order_number: "····", status: "an own word", currency: "not a code" },
    ],
  },
  {
    kind: "packages",
    locale: "en",
    packages: [
      {
        order_number: "12345",
        package_number: "A1231411",
        product_name: "Classic White Shirt",
        carrier: "UPS",
        tracking_number: "UPS11012",
        tracking_url: "http://www.ups.com/?id=aaaaaa",
        package_status: "Delivery in progress",
        exp_delivery: "2017-12-12",
      },
      { order_number: "····", package_status: "已签收", exp_delivery: "soon" },
    ],
  },
];

const parcel = { package_status: "In transit", exp_delivery: "2026-12-01" };

/** Realistic order lists: with goods, masked, and in Chinese where a shop writes in another language. */
const sampleLists: { locale: "en" | "zh"; orders: Partial<SeenOrder>[]; lines: string[] }[] = [
  {
    locale: "en",
    orders: [
      {
        ...{ order_number: "1", status: "shipped", timestamp: "1428444852", parcel },
        elements: ["Linen Shirt", "Socks"].map((title) => ({ title, quantity: 1, price: 5 })),
      },
      { order_number: "····W4TP", status: "待付款", placed_month: "2026-11" },
      { order_number: "····" },
    ],
    lines: [
      "1. Linen Shirt +1 more · In transit · Expected Dec 1, 2026",
      "2. Order ····W4TP · awaiting payment · placed in November 2026",
      "3. Order ····",
    ],
  },
  {
    locale: "zh",
    orders: [
      {
        ...{ order_number: "1", status: "Shipped", timestamp: "1428444852" },
        elements: [{ title: "经典白色衬衫", quantity: 1, price: 5 }],
      },
      { order_number: "····W4TP", status: "Waiting for the tailor" },
    ],
    lines: [
      "1. 经典白色衬衫 · 已发货 · 下单时间 2015年4月7日",
      "2. 订单 ····W4TP · Waiting for the tailor",
    ],
  },
];

/** Returns the lines that begin with a number, wherever the message has its text. */
function listLines(message: unknown): string[] {
  if (typeof message === "string") return message.split("\n").filter((one) => /^\d+\. /.test(one));
  return Object.values(message ?? {}).flatMap(listLines);
}

/** Tests the contract of every channel, whatever its platform. */
export function keepsChannelContract(channel: Channel): void {
  const { name } = channel;

  test(`${name}: has a name that can stand in a URL and in a metric`, () => {
    assert.match(name, /^[a-z][a-z0-9-]{1,30}$/);
  });
  if (channel.delivery === "push") keepsPushContract(channel);
  else keepsPullContract(channel);
}

function keepsPullContract(channel: PullChannel): void {
  const { name } = channel;
  keepsRenderContract(name, (reply) => channel.render(reply, { timeZone: "UTC" }));

  test(`${name}: reads any body, or refuses it with a code and a sentence`, () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const events = orRefusal(() => channel.receive(body));
        for (const event of events ?? []) assert.notEqual(event.dedupeKey, "");
      }),
    );
  });
}

function keepsPushContract(channel: PushChannel): void {
  const { name, webhook } = channel;
  const render = (reply: VisibleReply) =>
    channel.render(reply, { timeZone: "UTC", spent: new Set() });
  keepsRenderContract(name, render);

  test(`${name}: renders into messages that JSON keeps as they are`, () => {
    for (const { message } of sampleReplies.flatMap((reply) => render(reply).parts)) {
      assert.deepEqual(JSON.parse(JSON.stringify(message)), message);
    }
  });

  test(`${name}: tells a day that is past as past`, () => {
    const packages = [{ package_status: "In transit", exp_delivery: "2026-11-20" }];
    const on = (today: string) => {
      const context = { timeZone: "UTC", today, spent: new Set<string>() };
      return JSON.stringify(channel.render({ kind: "packages", locale: "en", packages }, context));
    };
    assert.match(on("2026-11-20"), /Expected Nov 20/);
    assert.match(on("2026-11-21"), /Was expected Nov 20/);
  });

  test(`${name}: gives nothing again that the platform takes once`, () => {
    for (const reply of sampleReplies) {
      const given = render(reply).parts.flatMap(({ once }) => once ?? []);
      assert.equal(new Set(given).size, given.length);
      const again = channel.render(reply, { timeZone: "UTC", spent: new Set(given) });
      assert(again.parts.length > 0);
      for (const { once } of again.parts) assert(once === undefined || !given.includes(once));
    }
  });

  test(`${name}: says a list of orders in one message, one line each, and joins it with its heading`, () => {
    for (const { locale, orders, lines } of sampleLists) {
      const reply: VisibleReply = { kind: "orders", locale, orders, choices };
      const [part, ...others] = render(reply).parts;
      assert(part && others.length === 0);
      const said = listLines(part.message);
      assert.deepEqual(said, lines);
      if (!channel.join) continue;
      const joined = channel.join("These are yours:", part.message);
      assert(joined && JSON.stringify(joined).includes("These are yours:"));
      assert.deepEqual(listLines(joined), lines);
      // Its buttons stay below it.
      for (const { title } of choices) assert(JSON.stringify(joined).includes(title));
    }
  });

  test(`${name}: says ten orders in one message, however long what the shop writes is`, () => {
    for (const words of ["word ".repeat(400), "长".repeat(2000), "👩‍👩‍👧‍👦".repeat(180)]) {
      const order = { order_number: words, status: words, elements: [] };
      for (const elements of [[], [{ title: words, quantity: 1, price: 1 }]]) {
        const orders = Array.from({ length: 10 }, () => ({ ...order, elements }));
        const { parts } = render({ kind: "orders", locale: "en", orders });
        assert.equal(parts.length, 1);
        const numbers = listLines(parts[0]?.message).map((line) => /^\d+/.exec(line)?.[0]);
        assert.deepEqual(numbers, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
      }
    }
  });

  test(`${name}: joins words with what comes behind them in one message, or refuses to`, () => {
    for (const { message } of sampleReplies.flatMap((reply) => render(reply).parts)) {
      const before = structuredClone(message);
      const joined = channel.join?.("Here it is:", message) ?? null;
      assert.deepEqual(message, before);
      if (joined) assert.match(JSON.stringify(joined), /Here it is:/);
    }
  });

  test(`${name}: reads any body, or refuses it with a code and a sentence`, () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const received = orRefusal(() => webhook.receive(new TextEncoder().encode(body), link));
        for (const fact of received?.facts ?? []) {
          assert.notEqual(fact.customer.key, "");
          if (fact.kind === "event") assert.notEqual(fact.event.dedupeKey, "");
        }
      }),
    );
  });

  test(`${name}: believes nobody who knows none of a link's secrets`, () => {
    const requests = fc.record({ body: fc.uint8Array(), header: fc.string(), query: fc.string() });
    fc.assert(
      fc.property(requests, ({ body, header, query }) => {
        const headers = new Headers({ "x-anything": encodeURIComponent(header) });
        const request = { body, headers, query: new URLSearchParams(query) };
        assert.equal(webhook.verify(request, link), false);
        // Must also fail without secrets: anybody could sign with an empty one.
        assert.equal(webhook.verify(request, { ...link, secrets: {} }), false);
      }),
    );
  });

  test(`${name}: says what came of a request in codes and sentences`, () => {
    for (const { code, message } of [webhook.answers.notVerified, webhook.answers.notConnected]) {
      assert.match(code, /^[a-z_]+$/);
      assert.match(message, /[a-z.]$/);
    }
  });
}

/** Tests the contract of every function that renders replies. */
export function keepsRenderContract(name: string, render: (reply: VisibleReply) => unknown): void {
  test(`${name}: leads to all pages of an answer, and marks it as the shop's`, () => {
    const links = ["returns", "hours", "sizes"].map((page) => ({
      ...{ title: page, url: `https://shop.example/${page}` },
    }));
    for (const ofShop of [undefined, true] as const) {
      const reply = { kind: "text", locale: "en", text: "Within 30 days.", links } as const;
      const said = JSON.stringify(render({ ...reply, ...(ofShop && { ofShop }) }));
      for (const { url } of links) assert.equal(said.split(url).length, 2);
      assert.equal(/From the shop:|"ofShop":true/.test(said), ofShop === true);
    }
  });

  test(`${name}: leads nowhere but to pages, whatever address is stored`, () => {
    for (const url of [
      "javascript:alert(1)",
      "data:text/html,x",
      "https://a@evil.example/",
      "nowhere/at/all",
    ]) {
      const stored = { title: "Returns", url };
      const reply = { kind: "text", locale: "en", text: "Within 30 days." } as const;
      for (const given of [{ link: stored }, { links: [stored] }]) {
        assert.ok(!JSON.stringify(render({ ...reply, ...given })).includes(url.slice(0, 9)), url);
      }
    }
  });

  test(`${name}: renders every kind of reply, and changes none`, () => {
    for (const reply of sampleReplies) {
      const before = structuredClone(reply);
      assert.ok(render(reply));
      assert.deepEqual(reply, before);
    }
  });

  test(`${name}: renders the same reply the same way each time`, () => {
    for (const reply of sampleReplies) {
      assert.deepEqual(render(structuredClone(reply)), render(reply));
    }
  });
}

const bodies = fc.oneof(fc.string({ unit: "binary" }), fc.json());

/** Returns the parsed value; `null` if the channel refused it correctly. */
function orRefusal<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch (error) {
    assert(error instanceof ChannelError, String(error));
    assert.match(error.code, /^[a-z_]+$/);
    assert.match(error.message, /\.$/);
    return null;
  }
}

/** A link that contains nothing specific to any channel. */
const link: ChannelLink = {
  ...{ channel: "some", externalId: "9", details: {}, secrets: { other: "secret" } },
  connectedAt: new Date(0),
};
