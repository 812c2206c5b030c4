import assert from "node:assert/strict";
import { test } from "node:test";
import { ProtocolError } from "./fields/protocol-error.ts";
import type { Order } from "./orders/order.ts";
import { parseAnswer } from "./parse-answer.ts";
import type { Query } from "./query.ts";

const envelope = { id: "order_list_1", pageId: "7" };
const pagination = { page: 1, limit: 3 };
const byAccount: Query = {
  method: "orders",
  ...envelope,
  userAccount: "a@example.com",
  filter: "open",
  pagination,
};
const byNumber: Query = { method: "orders", ...envelope, orderNumber: "1" };
const ofOrder: Query = { method: "packages", ...envelope, orderNumber: "1", pagination };
const byPackage: Query = { method: "packages", ...envelope, packageNumber: "1", pagination };
const lookUps: readonly Query[] = [byAccount, byNumber, ofOrder, byPackage];
const validity: Query = { method: "test", ...envelope, testToken: "12345" };

const order = {
  order_number: "1",
  currency: "USD",
  timestamp: "1428444852",
  status: "paid",
  summary: { total_cost: 5 },
};

test("an order needs a number, currency, time, status and total; the rest may be absent, null or empty", () => {
  const empty = {
    address: null,
    adjustments: null,
    payment_method: "",
    elements: null,
    order_url: "",
  };
  assert.deepEqual(readOrder({ ...order, ...empty }), { ...order, elements: [] });
  for (const key of ["order_number", "currency", "timestamp", "status", "summary"]) {
    refuses({ ...order, [key]: undefined }, `/orders/0/${key}`);
    refuses({ ...order, [key]: "" }, `/orders/0/${key}`);
  }
  refuses({ ...order, summary: { subtotal: 5 } }, "/orders/0/summary/total_cost");
});

test("an order number keeps every digit, whether string or integer", () => {
  for (const literal of ["12345678901234567890", '"12345678901234567890"', '"0042"', "7"]) {
    const body = orders(order).replace('"order_number":"1"', `"order_number":${literal}`);
    const answer = parseAnswer(byAccount, body);
    assert.ok(answer.kind === "orders");
    assert.equal(answer.orders[0]?.order_number, literal.replaceAll('"', ""));
  }
});

test("a timestamp is read from seconds and milliseconds, string and number", () => {
  for (const timestamp of [
    "1428444852",
    1428444852,
    "1428444852000",
    1428444852999,
    1428444852.5,
  ]) {
    assert.equal(readOrder({ ...order, timestamp }).timestamp, "1428444852");
  }
  for (const timestamp of ["2015-04-07", -1, 1e15, "12345678901234567", {}, true]) {
    refuses({ ...order, timestamp }, "/orders/0/timestamp");
  }
});

test("amounts may be numeric strings; other strings and numbers no double holds are refused", () => {
  assert.deepEqual(
    readOrder({ ...order, summary: { subtotal: "4.95", total_cost: "-5" } }).summary,
    {
      subtotal: 4.95,
      total_cost: -5,
    },
  );
  for (const total_cost of ["1,000", "$5", "", " 5", "0x10", 1e300, [], false]) {
    refuses({ ...order, summary: { total_cost } }, "/orders/0/summary/total_cost");
  }
});

test("a currency is three letters, written large", () => {
  assert.equal(readOrder({ ...order, currency: "cny" }).currency, "CNY");
  for (const currency of ["$", "EURO", 978]) refuses({ ...order, currency }, "/orders/0/currency");
});

test("a product line without quantity counts once; without title or price it is refused", () => {
  const element = { title: "Shirt", price: 25 };
  assert.deepEqual(readOrder({ ...order, elements: [element] }).elements, [
    { ...element, quantity: 1 },
  ]);
  refuses({ ...order, elements: [{ price: 25 }] }, "/orders/0/elements/0/title");
  refuses({ ...order, elements: [element, { title: "Hat" }] }, "/orders/0/elements/1/price");
});

test("an order keeps its first 50 product lines", () => {
  const elements = Array.from({ length: 51 }, (_, index) => ({ title: `${index}`, price: 1 }));
  assert.equal(readOrder({ ...order, elements }).elements.length, 50);
});

test("text loses what cannot be seen, keeps its words apart and ends after 2,000 characters", () => {
  assert.equal(readOrder({ ...order, status: "\u202edi\u200bap\u0000\ufeff" }).status, "diap");
  assert.equal(readOrder({ ...order, status: " on\r\nits\tway " }).status, "on its way");
  assert.equal(readOrder({ ...order, status: "x".repeat(2_001) }).status.length, 2_000);
  assert.equal(
    readOrder({ ...order, status: `${"x".repeat(1_999)}👕` }).status.isWellFormed(),
    true,
  );
  assert.equal(readOrder({ ...order, recipient_name: "\u200b" }).recipient_name, undefined);
  refuses({ ...order, status: "\u200b" }, "/orders/0/status");
});

test("links that are not http or https, or that name another site first, are dropped", () => {
  assert.equal(
    readOrder({ ...order, order_url: "https://a.example/1" }).order_url,
    "https://a.example/1",
  );
  for (const order_url of [
    "javascript:alert(1)",
    "data:text/html,x",
    "/orders/1",
    "http:///x",
    "http://[",
    "ftp://a.example",
    "https://a.example@b.example/",
    "https://user:password@a.example/",
  ]) {
    assert.equal("order_url" in readOrder({ ...order, order_url }), false, order_url);
  }
});

test("orders beyond the limit that was asked are cut, and the first of two with one number counts", () => {
  const many = [1, 1, 2, 3, 4].map((number, index) => ({
    ...order,
    order_number: number,
    status: `${index}`,
  }));
  const answer = parseAnswer(byAccount, orders(...many));
  assert.ok(answer.kind === "orders");
  assert.deepEqual(
    answer.orders.map((each) => [each.order_number, each.status]),
    [
      ["1", "0"],
      ["2", "2"],
      ["3", "3"],
    ],
  );
});

test("a package has its numbers as strings and its date as a calendar date", () => {
  const found = {
    order_number: 1,
    package_number: 12,
    tracking_number: 1234567890123456,
    package_status: "sent",
  };
  assert.deepEqual(readPackage({ ...found, exp_delivery: "2017-12-12T23:00:00+08:00" }), {
    order_number: "1",
    package_number: "12",
    tracking_number: "1234567890123456",
    package_status: "sent",
    exp_delivery: "2017-12-12",
  });
  for (const exp_delivery of ["2017-02-30", "soon", "12/12/2017", "2017-12-121"]) {
    assert.equal(readPackage({ ...found, exp_delivery }).exp_delivery, undefined, exp_delivery);
  }
});

test("has_next_page is false unless it is true", () => {
  assert.deepEqual(parseAnswer(ofOrder, '{"success":true,"object":"packages","packages":[]}'), {
    kind: "packages",
    packages: [],
    hasNextPage: false,
  });
});

test("an answer must say success, name the method that was asked and hold its list", () => {
  refusesBody(byAccount, "null", "");
  refusesBody(byAccount, "{}", "/success");
  refusesBody(byAccount, '{"success":"true"}', "/success");
  refusesBody(byAccount, '{"success":true,"orders":[]}', "/object");
  refusesBody(byAccount, '{"success":true,"object":"packages","packages":[]}', "/object");
  refusesBody(byAccount, '{"success":true,"object":"orders"}', "/orders");
  refusesBody(byAccount, '{"success":true,"object":"orders","orders":{}}', "/orders");
  refusesBody(
    byAccount,
    '{"success":true,"object":"orders","orders":[],"has_next_page":1}',
    "/has_next_page",
  );
  refusesBody(ofOrder, '{"success":true,"object":"packages","packages":[7]}', "/packages/0");
  refusesBody(validity, '{"success":true,"object":"test"}', "/test_token");
});

test("a test answer's token is a string, exactly as it came", () => {
  for (const [literal, testToken] of [
    ["12345", "12345"],
    ['" 12345"', " 12345"],
  ]) {
    assert.deepEqual(
      parseAnswer(validity, `{"success":true,"object":"test","test_token":${literal}}`),
      {
        kind: "test",
        testToken,
      },
    );
  }
});

test("both codes of a refusal mean the same, and for a number all four mean the order", () => {
  for (const code of [10001, 14222, "10001"]) {
    assert.equal(reasonOf(byAccount, code), "user_not_found");
    assert.equal(reasonOf(byNumber, code), "order_not_found");
    assert.equal(reasonOf(ofOrder, code), "order_not_found");
    assert.equal(reasonOf(byPackage, code), "order_not_found");
  }
  for (const code of [11001, 14223]) {
    for (const query of lookUps) {
      assert.equal(reasonOf(query, code), "order_not_found");
    }
  }
});

test("any other refusal is neither, also where it has no code at all", () => {
  for (const code of [0, 401, "E10001", null, 10001.5, {}]) {
    for (const query of lookUps) assert.equal(reasonOf(query, code), "other");
  }
  assert.equal(reasonOf(validity, 10001), "other");
  assert.deepEqual(parseAnswer(byAccount, '{"success":false}'), {
    kind: "refusal",
    reason: "other",
    code: null,
    message: "",
  });
});

function orders(...list: object[]): string {
  return JSON.stringify({ success: true, object: "orders", orders: list });
}

function readOrder(value: object): Order {
  const answer = parseAnswer(byAccount, orders(value));
  assert.ok(answer.kind === "orders");
  return answer.orders[0]!;
}

function readPackage(value: object) {
  const body = JSON.stringify({ success: true, object: "packages", packages: [value] });
  const answer = parseAnswer(ofOrder, body);
  assert.ok(answer.kind === "packages");
  return answer.packages[0]!;
}

function reasonOf(query: Query, code: unknown): string {
  const answer = parseAnswer(query, JSON.stringify({ success: false, error: { code } }));
  assert.ok(answer.kind === "refusal");
  return answer.reason;
}

function refuses(value: object, pointer: string): void {
  refusesBody(byAccount, orders(value), pointer);
}

function refusesBody(query: Query, body: string, pointer: string): void {
  assert.throws(
    () => parseAnswer(query, body),
    (error) => error instanceof ProtocolError && error.pointer === pointer,
    `${body} is refused at ${pointer}`,
  );
}
