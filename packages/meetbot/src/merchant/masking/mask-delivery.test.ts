import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import fc from "fast-check";
import { maskDelivery } from "./mask-delivery.ts";

const exchange: Exchange = {
  startedAt: 1_763_999_999_500,
  durationMs: 40,
  outcome: "received",
  detail: null,
  httpStatus: 200,
  requestHeaders: { "webhook-id": "order_list_1" },
  responseHeaders: {},
  responseBody: "",
  timings: { lookupMs: null, connectMs: null, firstByteMs: 30 },
};

const delivery: Delivery = {
  id: "order_list_1",
  method: "orders",
  endpoint: "https://hook:pw@shop.example/v2/webhook?token=t0ken",
  startedAt: 1_763_999_999_500,
  durationMs: 40,
  outcome: "answered",
  detail: null,
  requestBody: "",
  exchanges: [exchange],
  sharedWith: null,
};

const maskExchange = (changes: Partial<Exchange>) => {
  const [masked] = maskDelivery({
    ...delivery,
    exchanges: [{ ...exchange, ...changes }],
  }).exchanges;
  assert.ok(masked);
  return masked;
};

const masked = (body: unknown) =>
  JSON.parse(maskExchange({ responseBody: JSON.stringify(body) }).responseBody);

describe("maskDelivery", () => {
  it("masks the email of a query and keeps what was asked", () => {
    const requestBody = JSON.stringify({
      request: {
        category: "ecommerce",
        method: "orders",
        id: "order_list_1",
        page_id: "2",
        meta: "",
      },
      params: { user_account: "yilia@meetbot.biz", filter: "open" },
      pagination: { page: 1, limit: 3 },
    });
    assert.equal(
      maskDelivery({ ...delivery, requestBody }).requestBody,
      requestBody.replace("yilia@meetbot.biz", "y•••@m•••.biz"),
    );
  });

  it("shows of an order what helps to mend the webhook and nothing of the customer", () => {
    const whole = {
      recipient_name: "Stephane Crozatier",
      order_number: "12345678902",
      currency: "USD",
      payment_method: "Visa 2345",
      order_url: "http://petersapparel.parseapp.com/order?order_id=123456",
      timestamp: "1428444852",
      status: "unpaid",
      address: { street_1: "1 Hacker Way", city: "Menlo Park", country: "US" },
      summary: { subtotal: 75, total_cost: 56.14 },
      adjustments: [{ name: "New Customer Discount", amount: 20 }],
      elements: [{ title: "Classic White T-Shirt", quantity: 2, price: 50 }],
    };
    assert.deepEqual(masked({ success: true, object: "orders", orders: [whole] }), {
      success: true,
      object: "orders",
      orders: [
        {
          ...whole,
          recipient_name: "•••",
          order_number: "•••8902",
          payment_method: "•••",
          order_url: "http://petersapparel.parseapp.com/order?•••",
          address: "•••",
        },
      ],
    });
  });

  it("masks the numbers and links of a package", () => {
    const pkg = {
      order_number: 23456,
      package_number: "A12345zzz",
      carrier: "UPS",
      tracking_number: "UPS11012",
      tracking_url: "http://www.ups.com/track/UPS11012?id=aaaaaa#top",
      package_status: "Delivery in progress",
      exp_delivery: "2018-01-11",
    };
    assert.deepEqual(masked({ packages: [pkg] }), {
      packages: [
        {
          ...pkg,
          order_number: "•••",
          package_number: "•••5zzz",
          tracking_number: "•••1012",
          tracking_url: "http://www.ups.com/track/•••?•••",
        },
      ],
    });
  });

  it("masks emails and numbers in the message of a refusal and keeps the code", () => {
    const message = "no 订单 MB7KQ2XW9T for yilia@meetbot.biz, call +86 138-0013-8000";
    assert.deepEqual(masked({ success: false, error: { code: 14222, message } }), {
      success: false,
      error: { code: 14222, message: "no 订单 •••XW9T for y•••@m•••.biz, call +•••8000" },
    });
  });

  it("hides fields it does not know, but not their names", () => {
    assert.deepEqual(masked({ customer: { name: "Yilia Chen" }, "yilia@meetbot.biz": 1 }), {
      customer: "•••",
      "•••": "•••",
    });
  });

  it("hides text that stands where a code or a number belongs", () => {
    const order = { timestamp: "for Yilia Chen", currency: "y@m.biz", toString: "Yilia" };
    assert.deepEqual(masked({ orders: [order], success: { a: "Yilia" } }), {
      orders: [{ timestamp: "•••", currency: "•••", toString: "•••" }],
      success: "•••",
    });
  });

  for (const body of ["<p>yilia@meetbot.biz</p>", '{"orders":[{"recipient_name":"Yi', "\u0000"]) {
    it(`shows only the length of ${JSON.stringify(body)}`, () => {
      const { responseBody } = maskExchange({ responseBody: body });
      assert.equal(
        responseBody,
        `••• (${body.length} characters that are not a complete JSON text)`,
      );
    });
  }

  it("hides links that are not of the web", () => {
    assert.deepEqual(masked({ orders: { order_url: "mailto:yilia" } }), {
      orders: { order_url: "•••" },
    });
  });

  it("shows nothing of a JSON text that is a bare value", () => {
    assert.equal(masked("yilia@meetbot.biz"), "•••");
    assert.deepEqual(masked(["yilia@meetbot.biz", 12345678902]), ["•••", "•••"]);
  });

  it("masks the secrets of the endpoint and where a redirect leads", () => {
    const responseHeaders = { location: "/login?next=%2F12", "set-cookie": "a=b", server: "nginx" };
    const { responseHeaders: shown } = maskExchange({ responseHeaders });
    assert.equal(maskDelivery(delivery).endpoint, "https://•••@shop.example/v2/webhook?•••");
    assert.deepEqual(shown, {
      location: "https://shop.example/login?•••",
      "set-cookie": "•••",
      server: "nginx",
    });
  });

  it("never throws and never shows a customer's words, wherever they stand", () => {
    const secret = "Zanzibar Qwertz";
    const anywhere = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constant(secret),
        fc.integer(),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom("recipient_name", "address", "payment_method", "x", secret),
          tie("tree"),
        ),
      ),
    }));
    fc.assert(
      fc.property(anywhere.tree, (tree) => {
        assert.doesNotMatch(JSON.stringify(masked(tree)), /Zanzibar/);
        assert.doesNotMatch(JSON.stringify(masked({ orders: [tree] })), /Zanzibar/);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (responseBody) => {
        maskExchange({ responseBody });
        maskDelivery({ ...delivery, requestBody: responseBody });
      }),
    );
  });
});
