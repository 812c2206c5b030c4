import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSendTemplate } from "./parse-send-template.ts";
import { nowMs, order } from "./push.fixture.ts";
import { PushError } from "./push-error.ts";

/** As the origin product documents its bodies. */
function template(name: string, params: object, recipient: object = { username: "u_17" }) {
  return JSON.stringify({
    request: {
      method: "send_template",
      id: "213124",
      page_id: "231231232134111",
      template_name: name,
      sync: true,
      meta: "",
    },
    recipient,
    params,
  });
}

const receipt = { ...order, order_number: "U5555", timestamp: 1_428_444_852 };

const shipping = {
  package_number: "A1231411",
  package_status: "shipped",
  package_status_description: "Your package\nhas left.",
  image_url: "http://image.com/image1",
  detailed_tracking_url: "http://www.ups.com?id=aaaaaa",
  fb_first_name: "Chris",
};

const envelope = { id: "213124", pageId: "231231232134111" };

test("an Order Receipt Push is an order that was placed, whose timestamp is a number", () => {
  assert.deepEqual(parseSendTemplate(template("Order Receipt Push", { receipt }), nowMs), {
    ...envelope,
    method: "order.placed",
    recipient: { account: "u_17" },
    orderNumber: "U5555",
    occurredAt: 1_428_444_852_000,
    order: { ...receipt, timestamp: "1428444852" },
  });
});

test("a Shipping Status Update Push is a package that moved when it was read", () => {
  assert.deepEqual(parseSendTemplate(template("Shipping Status Update Push", shipping), nowMs), {
    ...envelope,
    method: "package.changed",
    recipient: { account: "u_17" },
    packageNumber: "A1231411",
    status: "shipped",
    statusText: "Your package has left.",
    occurredAt: nowMs,
  });
});

test("it has a snapshot where it names the order", () => {
  const push = parseSendTemplate(
    template("Shipping Status Update Push", shipping, { order_number: "U5555" }),
    nowMs,
  );
  assert.ok(push.method === "package.changed");
  assert.equal(push.orderNumber, "U5555");
  assert.deepEqual(push.package, {
    order_number: "U5555",
    package_number: "A1231411",
    package_status: "shipped",
    tracking_url: "http://www.ups.com?id=aaaaaa",
    image_url: "http://image.com/image1",
  });
});

const refused: [name: string, body: string, number: number][] = [
  ["a PSID", template("Order Receipt Push", { receipt }, { id: "2312" }), 10009],
  ["another template", template("Coupon", {}), 10005],
  [
    "a block",
    JSON.stringify({ request: { id: "1", method: "send_block" }, recipient: { username: "u" } }),
    10005,
  ],
  ["no receipt", template("Order Receipt Push", {}), 10100],
  ["no status", template("Shipping Status Update Push", { package_number: "A" }), 10100],
  ["no JSON", "", 10100],
];

for (const [name, body, number] of refused) {
  test(`refuses ${name} with ${number}`, () => {
    assert.throws(
      () => parseSendTemplate(body, nowMs),
      (error) => error instanceof PushError && error.number === number,
    );
  });
}
