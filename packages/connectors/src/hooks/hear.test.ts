import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { describe, it } from "node:test";
import { type PushNews, toPushMessage } from "@meetbot/sdk";
import { readPushBody } from "../../../protocol/src/index.ts";
import type { HookCall, ParsedHook } from "../connector/hook.ts";
import { connectors } from "../connectors.ts";
import { hear as hearShopify } from "../shopify/hear.ts";
import { hear as hearWoo } from "../woocommerce/hear.ts";

const { shopify, woocommerce } = connectors;

const secret = "the-secret-of-the-app";

const sign = (body: string, by = secret) => createHmac("sha256", by).update(body).digest("base64");

/** A call as it comes; headers that are null are left out. */
function callOf(body: string, headers: Readonly<Record<string, string | null>>): HookCall {
  const sent = Object.entries(headers).filter(([, value]) => value !== null);
  return { headers: new Headers(sent as [string, string][]), body: Buffer.from(body) };
}

const newsIn = (heard: ParsedHook): readonly PushNews[] => {
  assert("news" in heard, JSON.stringify(heard));
  return heard.news;
};

/** Meetbot reads each of them as it reads any push. */
function assertRead(news: readonly PushNews[]) {
  for (const one of news) {
    const { items } = readPushBody(toPushMessage(one).body, Date.parse("2026-02-01T00:00:00Z"));
    assert.deepEqual(
      items.map((item) => ("error" in item ? item.error.message : item.push.method)),
      [one.method],
    );
  }
}

const shop = shopify.readConfig({ shop: "my-shop", clientId: "id", clientSecret: secret });

/** As the REST Admin API writes it, cut to what is read. */
const shopifyOrder = {
  ...{ id: 820982911946154500, name: "#1001", email: "jon@example.com", test: false },
  ...{ created_at: "2026-01-05T09:00:00-05:00", updated_at: "2026-01-05T09:10:00-05:00" },
  ...{ cancelled_at: null, financial_status: "paid", currency: "USD", total_price: "398.00" },
  presentment_currency: "CAD",
};

const fulfillment = {
  ...{ id: 123456, order_id: 820982911946154500, status: "success", name: "#1001.1" },
  ...{ created_at: "2026-01-06T09:00:00-05:00", updated_at: "2026-01-06T09:05:00-05:00" },
  ...{ email: "jon@example.com", tracking_company: "UPS", shipment_status: "out_for_delivery" },
  ...{ tracking_numbers: ["1z827wk74630"], tracking_urls: ["https://ups.example/1z827wk74630"] },
};

function fromShopify(topic: string, told: object | string, changed: object = {}): ParsedHook {
  const body = typeof told === "string" ? told : JSON.stringify(told);
  return hearShopify(
    callOf(body, {
      "x-shopify-topic": topic,
      "x-shopify-hmac-sha256": sign(body),
      "x-shopify-shop-domain": "my-shop.myshopify.com",
      ...changed,
    }),
    shop,
  );
}

describe("a webhook of Shopify's", () => {
  it("is a push that says what happened, to whom it belongs", () => {
    const placed = newsIn(fromShopify("orders/create", shopifyOrder));
    assert.deepEqual(
      placed.map((one) => one.method === "order.placed" && [one.to, one.order.summary, one.order]),
      [
        [
          { account: "jon@example.com" },
          { total_cost: 398 },
          {
            ...{ order_number: "1001", currency: "CAD", timestamp: "1767621600", elements: [] },
            ...{ status: "Processing", status_code: "processing", summary: { total_cost: 398 } },
          },
        ],
      ],
    );
    const paid = newsIn(fromShopify("orders/paid", shopifyOrder));
    const canceledAt = "2026-01-05T10:00:00-05:00";
    const canceled = newsIn(
      fromShopify("orders/cancelled", { ...shopifyOrder, cancelled_at: canceledAt }),
    );
    const told = [...paid, ...canceled].map((one) => one.method === "order.changed" && one);
    assert.deepEqual(
      told.map((one) => one && [one.orderNumber, one.status, Number(one.occurredAt)]),
      [
        ["1001", "paid", Date.parse(shopifyOrder.updated_at)],
        ["1001", "canceled", Date.parse(canceledAt)],
      ],
    );
    assertRead([...placed, ...paid, ...canceled]);
  });

  it("tells of each parcel of a fulfillment, and of one without a number by its place", () => {
    const two = { ...fulfillment, name: "#EN-1001-F2", tracking_numbers: ["A1", "B2"], email: "" };
    const none = { ...fulfillment, tracking_numbers: [], shipment_status: null };
    const news = [fulfillment, two, none].flatMap((one) =>
      newsIn(fromShopify("fulfillments/update", one)),
    );
    assert.deepEqual(
      news.map(
        (one) => one.method === "package.changed" && [one.to, one.packageNumber, one.status],
      ),
      [
        [{ account: "jon@example.com" }, "1z827wk74630", "out_for_delivery"],
        [{ orderNumber: "EN-1001" }, "A1", "out_for_delivery"],
        [{ orderNumber: "EN-1001" }, "B2", "out_for_delivery"],
        [{ account: "jon@example.com" }, "1001-1", "in_transit"],
      ],
    );
    assertRead(news);
  });

  it("says nothing of other topics, tests and what its body does not bear out", () => {
    const unpaid = { ...shopifyOrder, financial_status: "pending" };
    const quiet: [topic: string, told: object][] = [
      ["products/update", { id: 1 }],
      ["toString", shopifyOrder],
      ["orders/create", { ...shopifyOrder, test: true }],
      ["orders/paid", unpaid],
      ["orders/cancelled", shopifyOrder],
      ["fulfillments/create", { ...fulfillment, status: "pending" }],
    ];
    for (const [topic, told] of quiet) {
      assert.deepEqual(fromShopify(topic, told), { news: [] }, topic);
    }
  });

  it("is refused where it is forged, of another shop, or no order", () => {
    const body = JSON.stringify(shopifyOrder);
    const altered = `${body} `;
    const hex = createHmac("sha256", secret).update(body).digest("hex");
    const refused: [fault: string, told: object | string, changed: object][] = [
      ["unsigned", body, { "x-shopify-hmac-sha256": null }],
      ["bad_signature", altered, { "x-shopify-hmac-sha256": sign(body) }],
      ["bad_signature", body, { "x-shopify-hmac-sha256": sign(body, "") }],
      ["bad_signature", body, { "x-shopify-hmac-sha256": sign(body, "guess") }],
      ["bad_signature", body, { "x-shopify-hmac-sha256": sign(body).slice(0, -2) }],
      ["bad_signature", body, { "x-shopify-hmac-sha256": hex }],
      ["bad_signature", body, { "x-shopify-hmac-sha256": "" }],
      ["other_shop", body, { "x-shopify-shop-domain": "another.myshopify.com" }],
      ["other_shop", body, { "x-shopify-shop-domain": null }],
      ["unreadable", "[]", {}],
      ["unreadable", '{"name":', {}],
      ["unreadable", { ...shopifyOrder, name: 1001 }, {}],
      ["unreadable", { ...shopifyOrder, created_at: "yesterday" }, {}],
      ["unreadable", { ...shopifyOrder, total_price: "1e9" }, {}],
      ["unreadable", { ...shopifyOrder, name: "#".padEnd(300, "1") }, {}],
    ];
    for (const [fault, told, changed] of refused) {
      assert.deepEqual(
        fromShopify("orders/create", told, changed),
        { fault },
        JSON.stringify(told),
      );
    }
    const byToken = shopify.readConfig({ shop: "my-shop", accessToken: "shpat_a" });
    const call = callOf(body, { "x-shopify-hmac-sha256": sign(body, "") });
    assert.deepEqual(hearShopify(call, byToken), { fault: "no_secret" });
  });

  it("is the same push when it comes again", () => {
    const idOf = () => newsIn(fromShopify("orders/paid", shopifyOrder)).map(toPushMessage);
    assert.deepEqual(idOf(), idOf());
  });
});

const site = woocommerce.readConfig({
  ...{ url: "https://shop.example/shop", consumerKey: "ck_a", consumerSecret: "cs_a" },
  webhookSecret: secret,
});

/** As `wc/v3` writes it, cut to what is read. */
const wooOrder = {
  ...{ id: 727, number: "727", status: "processing", currency: "EUR", total: "29.35" },
  ...{ date_created_gmt: "2026-01-05T09:00:00", date_modified_gmt: "2026-01-05T09:10:00" },
  ...{ date_paid_gmt: "2026-01-05T09:01:00", billing: { email: "joe@example.com" } },
  meta_data: [],
};

function fromWoo(topic: string, told: object | string, changed: object = {}): ParsedHook {
  const body = typeof told === "string" ? told : JSON.stringify(told);
  return hearWoo(
    callOf(body, {
      "x-wc-webhook-topic": topic,
      "x-wc-webhook-signature": sign(body),
      "x-wc-webhook-source": "https://www.shop.example/",
      ...changed,
    }),
    site,
  );
}

const statusesIn = (heard: ParsedHook) =>
  newsIn(heard).map((one) => (one.method === "order.placed" ? "placed" : one.status));

describe("a webhook of WooCommerce's", () => {
  it("is a push that says what happened", () => {
    const created = fromWoo("order.created", wooOrder);
    assert.deepEqual(statusesIn(created), ["placed", "paid"]);
    assertRead(newsIn(created));
    const onDelivery = { ...wooOrder, date_paid_gmt: null };
    assert.deepEqual(statusesIn(fromWoo("order.created", onDelivery)), ["placed"]);
    for (const [status, told] of [
      ["cancelled", ["canceled"]],
      ["refunded", ["refunded"]],
      ["completed", []],
      ["pending", []],
      ["checkout-draft", []],
    ] as const) {
      assert.deepEqual(statusesIn(fromWoo("order.updated", { ...wooOrder, status })), told, status);
    }
  });

  it("tells of the parcels that a plugin wrote into the order, by the numbers that the shop finds", () => {
    const value = [{ tracking_number: "A1" }, { tracking_number: "B2" }];
    const meta_data = [null, { key: "_wc_shipment_tracking_items", value }];
    const news = newsIn(fromWoo("order.updated", { ...wooOrder, status: "completed", meta_data }));
    assert.deepEqual(
      news.map((one) => one.method === "package.changed" && [one.packageNumber, one.status]),
      [
        ["727-1", "in_transit"],
        ["727-2", "in_transit"],
      ],
    );
    assertRead(news);
  });

  it("is taken when a webhook is saved, and says nothing then", () => {
    const unsigned = { "x-wc-webhook-signature": null, "x-wc-webhook-topic": null };
    assert.deepEqual(fromWoo("", "webhook_id=12", unsigned), { news: [] });
    assert.deepEqual(fromWoo("", "webhook_id=12&status=paid", unsigned), { fault: "unsigned" });
    assert.deepEqual(fromWoo("product.updated", { id: 1 }), { news: [] });
  });

  it("is refused where it is forged, of another shop, or no order", () => {
    const body = JSON.stringify(wooOrder);
    const refused: [fault: string, told: object | string, changed: object][] = [
      ["unsigned", body, { "x-wc-webhook-signature": null }],
      ["bad_signature", `${body}\n`, { "x-wc-webhook-signature": sign(body) }],
      ["bad_signature", body, { "x-wc-webhook-signature": sign(body, "cs_a") }],
      ["other_shop", body, { "x-wc-webhook-source": "https://shop.example.evil/" }],
      ["other_shop", body, { "x-wc-webhook-source": null }],
      ["unreadable", "null", {}],
      ["unreadable", { ...wooOrder, date_modified_gmt: null }, {}],
      ["unreadable", { ...wooOrder, total: "NaN" }, {}],
    ];
    for (const [fault, told, changed] of refused) {
      assert.deepEqual(fromWoo("order.updated", told, changed), { fault }, JSON.stringify(told));
    }
  });
});
