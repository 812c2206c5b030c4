import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { ProtocolError, parseAnswer, parseQuery, type Query } from "@meetbot/protocol";

const byAccount: Query = {
  method: "orders",
  id: "order_list_12582312",
  pageId: "231231232134111",
  userAccount: "yilia@meetbot.biz",
  filter: "open",
  pagination: { page: 1, limit: 3 },
};
const byOrder: Query = {
  method: "packages",
  id: "packages_213124",
  pageId: "231231232134111",
  orderNumber: "12345",
  pagination: { page: 1, limit: 3 },
};

test("the origin document's test query and its answer are read", async () => {
  const query = parseQuery(await sample("test-query"));
  assert.deepEqual(query, {
    method: "test",
    id: "test_12582312",
    pageId: "231231232134111",
    testToken: "12345",
  });
  assert.deepEqual(parseAnswer(query, await sample("test-answer")), {
    kind: "test",
    testToken: "12345",
  });
});

test("the origin document's orders query shows both keys at once and is refused as a question", async () => {
  const schema = await sample("orders-query");
  assert.throws(
    () => parseQuery(schema),
    (error) => error instanceof ProtocolError && error.pointer === "/params",
  );
});

test("either half of the origin document's orders query is a question", async () => {
  const schema = await sample("orders-query");
  assert.deepEqual(parseQuery(without(schema, "order_number")), byAccount);
  assert.deepEqual(parseQuery(without(schema, "user_account")), {
    method: "orders",
    id: "order_list_12582312",
    pageId: "231231232134111",
    orderNumber: "12344556",
  });
});

test("the origin document's orders answer is read; the order it lists twice is there once", async () => {
  const answer = parseAnswer(byAccount, await sample("orders-answer"));
  assert.equal(answer.kind, "orders");
  assert.equal(answer.hasNextPage, true);
  assert.equal(answer.orders.length, 1);
  assert.deepEqual(answer.orders[0], {
    recipient_name: "Stephane Crozatier",
    order_number: "12345678902",
    currency: "USD",
    payment_method: "Visa 2345",
    order_url: "http://petersapparel.parseapp.com/order?order_id=123456",
    timestamp: "1428444852",
    status: "unpaid",
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
    elements: [
      {
        title: "Classic White T-Shirt",
        subtitle: "100% Soft and Luxurious Cotton",
        quantity: 2,
        price: 50,
        currency: "USD",
        image_url: "http://petersapparel.parseapp.com/img/whiteshirt.png",
      },
      {
        title: "Classic Gray T-Shirt",
        subtitle: "100% Soft and Luxurious Cotton",
        quantity: 1,
        price: 25,
        currency: "USD",
        image_url: "http://petersapparel.parseapp.com/img/grayshirt.png",
      },
    ],
  });
});

test("the origin document's packages query and its answer are read, order numbers as strings", async () => {
  assert.deepEqual(parseQuery(await sample("packages-query")), byOrder);
  const answer = parseAnswer(byOrder, await sample("packages-answer"));
  assert.equal(answer.kind, "packages");
  assert.equal(answer.hasNextPage, true);
  assert.deepEqual(
    answer.packages.map((pkg) => pkg.order_number),
    ["12345", "23456"],
  );
  assert.deepEqual(answer.packages[1], {
    order_number: "23456",
    package_number: "A12345zzz",
    product_name: "Classic White Shirt 2",
    carrier: "USPS",
    tracking_number: "USPS12345",
    tracking_url: "http://www.ups.com?id=aaaaaa",
    package_status: "Delivery in progress",
    exp_delivery: "2018-01-11",
    image_url: "http://image.com/image1",
  });
});

test("the origin document's failures are refusals", async () => {
  assert.deepEqual(parseAnswer(byAccount, await sample("user-not-found")), {
    kind: "refusal",
    reason: "user_not_found",
    code: 14222,
    message: "User not found",
  });
  assert.deepEqual(parseAnswer(byOrder, await sample("order-not-found")), {
    kind: "refusal",
    reason: "order_not_found",
    code: 14223,
    message: "Order not found",
  });
});

/** The samples as they stand in the origin document, without their comments. */
function sample(name: string): Promise<string> {
  return readFile(new URL(`origin/${name}.json`, import.meta.url), "utf8");
}

function without(query: string, param: string): string {
  const { params, ...rest } = JSON.parse(query);
  return JSON.stringify({ ...rest, params: { ...params, [param]: undefined } });
}
