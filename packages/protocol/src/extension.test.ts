import assert from "node:assert/strict";
import { test } from "node:test";
import type { Order } from "./orders/order.ts";
import type { Package } from "./orders/package.ts";
import { parseAnswer } from "./parse-answer.ts";
import { parseQuery } from "./parse-query.ts";
import type { OrdersQuery, PackagesQuery, TestQuery } from "./query.ts";
import { serializeQuery } from "./serialize-query.ts";

const ids = { id: "x_1", pageId: "1" };
const byNumber: OrdersQuery = { method: "orders", ...ids, orderNumber: "12345678902" };
const parcels: PackagesQuery = {
  method: "packages",
  ...ids,
  orderNumber: "12345678902",
  pagination: { page: 1, limit: 3 },
};
const plainOrder = {
  order_number: "12345678902",
  status: "Shipped",
  timestamp: "1428444852",
  currency: "USD",
  summary: { total_cost: 50 },
  elements: [{ title: "Shirt", quantity: 1, price: 50 }],
};
const plainParcel = {
  order_number: "12345678902",
  package_number: "P1",
  package_status: "On its way",
};

function readOrder(more: object): Order | undefined {
  const body = { success: true, object: "orders", orders: [{ ...plainOrder, ...more }] };
  const answer = parseAnswer(byNumber, JSON.stringify(body));
  return answer.kind === "orders" ? answer.orders[0] : undefined;
}

function readParcel(more: object): Package | undefined {
  const body = { success: true, object: "packages", packages: [{ ...plainParcel, ...more }] };
  const answer = parseAnswer(parcels, JSON.stringify(body));
  return answer.kind === "packages" ? answer.packages[0] : undefined;
}

test("an order's codes, fees, included tax, refunds and kinds are read", () => {
  const order = readOrder({
    status_code: "Partially-Shipped",
    summary: { total_tax: "7.98", tax_included: true, total_cost: 50 },
    fees: [{ name: "Cash on delivery", amount: "5.00" }],
    refunds: [{ amount: -20, at: 1428444852000, status: "pending" }, { amount: 3 }],
    elements: [{ title: "Voucher", price: 50, kind: "gift_card" }],
  });
  assert.equal(order?.status_code, "partially_shipped");
  assert.deepEqual(order?.summary, { total_tax: 7.98, tax_included: true, total_cost: 50 });
  assert.deepEqual(order?.fees, [{ name: "Cash on delivery", amount: 5 }]);
  assert.deepEqual(order?.refunds, [
    { amount: 20, at: "1428444852", status: "pending" },
    { amount: 3 },
  ]);
  assert.equal(order?.elements[0]?.kind, "gift_card");
});

test("a package's code, events newest first, window, goods and pickup point are read", () => {
  const parcel = readParcel({
    package_status_code: "out_for_delivery",
    exp_delivery_from: "2026-12-01T08:00:00Z",
    exp_delivery_to: "2026-12-03",
    events: [
      { at: 1428444852, code: "picked_up" },
      { at: "1428444999", text: "Left the depot\u202e", place: "Chicago" },
    ],
    elements: [{ title: "Shirt", quantity: "2" }],
    pickup: { name: "Corner shop", address: "1 Hacker Way", hours: "9-18", until: "2026-12-09" },
  });
  assert.equal(parcel?.package_status_code, "out_for_delivery");
  assert.equal(parcel?.exp_delivery_from, "2026-12-01");
  assert.equal(parcel?.exp_delivery_to, "2026-12-03");
  assert.deepEqual(parcel?.events, [
    { at: "1428444999", text: "Left the depot", place: "Chicago" },
    { at: "1428444852", code: "picked_up" },
  ]);
  assert.deepEqual(parcel?.elements, [{ title: "Shirt", quantity: 2 }]);
  assert.equal(parcel?.pickup?.until, "2026-12-09");
});

test("no field of the extension spoils what a webhook without it would have said", () => {
  const wrongs = [
    null,
    "",
    7,
    true,
    "x",
    [],
    {},
    [null],
    [7],
    [[]],
    [{}],
    { name: 7 },
    [{ amount: "a" }],
  ];
  for (const wrong of wrongs) {
    const order = readOrder({
      status_code: wrong,
      fees: wrong,
      refunds: wrong,
      summary: { total_cost: 50, tax_included: wrong === true ? "yes" : wrong },
      elements: [{ title: "Shirt", price: 50, kind: wrong }],
    });
    const { fees = [], ...rest } = order ?? {};
    assert.deepEqual([rest, fees], [plainOrder, []], JSON.stringify(wrong));
    const parcel = readParcel({
      package_status_code: wrong,
      exp_delivery_from: wrong,
      exp_delivery_to: wrong,
      events: wrong,
      elements: wrong,
      pickup: wrong,
    });
    assert.deepEqual(parcel, plainParcel, JSON.stringify(wrong));
  }
});

test("what can be read of a list is kept; of fees all or none, for they have to add up", () => {
  const order = readOrder({
    fees: [{ name: "Gift wrap", amount: 3 }, { name: "?" }],
    refunds: [{ amount: "x" }, { amount: 3 }],
  });
  assert.equal(order?.fees, undefined);
  assert.deepEqual(order?.refunds, [{ amount: 3 }]);
  const parcel = readParcel({ events: [{ at: "soon" }, { at: 1, place: "Bonn" }, { at: 2 }] });
  assert.deepEqual(parcel?.events, [{ at: "1", place: "Bonn" }]);
});

test("lists and texts are cut where no screen shows more", () => {
  const many = Array.from({ length: 60 }, (_, at) => ({
    at,
    text: "x".repeat(500),
    title: "t",
    amount: 1,
    name: "n",
  }));
  const parcel = readParcel({ events: many, elements: many });
  const order = readOrder({ fees: many, refunds: many });
  const lengths = [parcel?.events, parcel?.elements, order?.fees, order?.refunds].map(
    (one) => one?.length,
  );
  assert.deepEqual(lengths, [30, 50, 20, 20]);
  assert.equal(parcel?.events?.[0]?.text?.length, 300);
});

const asksTest: TestQuery = { method: "test", ...ids, testToken: "t" };

function declared(capabilities: unknown): unknown {
  const body = { success: true, object: "test", test_token: "t", capabilities };
  const answer = parseAnswer(asksTest, JSON.stringify(body));
  return answer.kind === "test" ? answer.capabilities : answer;
}

test("what a webhook declares is read, and no word of it fails a test", () => {
  assert.deepEqual(
    declared({
      accounts: ["phone", "email", "fax"],
      context: ["channel", "locale"],
      fields: ["fees", 7, "fees"],
      pushes: ["package.changed", "test"],
    }),
    {
      ...{ accounts: ["email", "phone"], context: ["locale"], fields: ["fees"] },
      pushes: ["package.changed"],
    },
  );
  assert.deepEqual(declared({ accounts: "email", context: {}, fields: null }), {
    accounts: [],
    context: [],
    fields: [],
  });
  for (const wrong of [undefined, null, "", "all", 7, []]) assert.equal(declared(wrong), undefined);
});

test("the context travels beside the question, and is read back", () => {
  const context = { locale: "zh-Hant", timeZone: "Asia/Taipei" };
  for (const query of [
    { ...byNumber, context },
    { ...parcels, context },
  ]) {
    const body = serializeQuery(query);
    assert.deepEqual(JSON.parse(body).context, { locale: "zh-Hant", time_zone: "Asia/Taipei" });
    assert.deepEqual(parseQuery(body), query);
  }
  assert.equal("context" in JSON.parse(serializeQuery(byNumber)), false);
});

test("a context of another form is no reason to refuse the question", () => {
  const body = JSON.parse(serializeQuery(byNumber));
  for (const context of [
    null,
    "zh",
    [],
    {},
    { locale: 7 },
    { locale: "a b" },
    { time_zone: "UTC" },
  ]) {
    assert.deepEqual(parseQuery(JSON.stringify({ ...body, context })), byNumber);
  }
});
