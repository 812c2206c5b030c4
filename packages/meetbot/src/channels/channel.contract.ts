import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { VisibleReply } from "../model/conversation/reply.ts";
import { type Channel, ChannelError } from "./channel.ts";

const choices = [
  { title: "More", payload: "token-1" },
  { title: "Talk to a person", payload: "menu:person" },
];

/** A reply of each kind, at each level, in both languages, and with what shops really send. */
export const sampleReplies: VisibleReply[] = [
  { kind: "text", locale: "en", text: "Which email did you order with?", ask: "email", choices },
  {
    kind: "text",
    locale: "en",
    text: "Sign in there.",
    link: { title: "Sign in at the shop", url: "https://shop.example/link?meetbot_link=x" },
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

/** What every channel keeps, whatever its platform. */
export function keepsChannelContract<Payload>(channel: Channel<Payload>): void {
  test(`${channel.name}: renders every kind of reply, and changes none`, () => {
    for (const reply of sampleReplies) {
      const before = structuredClone(reply);
      assert.ok(channel.render(reply, { timeZone: "UTC" }));
      assert.deepEqual(reply, before);
    }
  });

  test(`${channel.name}: renders the same reply the same way each time`, () => {
    for (const reply of sampleReplies) {
      const once = channel.render(reply, { timeZone: "UTC" });
      assert.deepEqual(channel.render(structuredClone(reply), { timeZone: "UTC" }), once);
    }
  });

  const { receive } = channel;
  if (!receive) return;
  test(`${channel.name}: reads any body, or refuses it with a code and a sentence`, () => {
    const bodies = fc.oneof(fc.string({ unit: "binary" }), fc.json());
    fc.assert(
      fc.property(bodies, (body) => {
        try {
          for (const event of receive(body)) assert.notEqual(event.dedupeKey, "");
        } catch (error) {
          assert(error instanceof ChannelError, String(error));
          assert.match(error.code, /^[a-z_]+$/);
          assert.match(error.message, /\.$/);
        }
      }),
    );
  });
}
