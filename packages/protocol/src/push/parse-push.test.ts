import assert from "node:assert/strict";
import { test } from "node:test";
import { parsePush } from "./parse-push.ts";
import { nowMs, order, packageChanged, parcel, pushOf } from "./push.fixture.ts";
import { PushError } from "./push-error.ts";

test("a package's push is read from a body and from what its JSON says", () => {
  const read = {
    method: "package.changed",
    id: "push_7f3k",
    pageId: "231231232134111",
    recipient: { orderNumber: "PA7K2Q9XW4TP" },
    packageNumber: "PA7K2Q9XW4TP-1",
    orderNumber: "PA7K2Q9XW4TP",
    status: "out_for_delivery",
    occurredAt: 1_793_499_000_000,
    expiresAt: 1_793_530_000_000,
  };
  assert.deepEqual(parsePush(packageChanged, nowMs), read);
  assert.deepEqual(parsePush(JSON.stringify(packageChanged), nowMs), read);
});

test("an order that was placed happened when it was placed, one that changed happens now", () => {
  const account = { account: "chris@example.com" };
  assert.deepEqual(parsePush(pushOf("order.placed", { order }), nowMs), {
    method: "order.placed",
    id: "push_1",
    recipient: account,
    orderNumber: order.order_number,
    occurredAt: 1_793_500_000_000,
    order,
  });
  const changed = { order_number: 12345, status: "  已退款 ", status_text: "to your\ncard" };
  assert.deepEqual(parsePush(pushOf("order.changed", changed), nowMs), {
    method: "order.changed",
    id: "push_1",
    recipient: account,
    orderNumber: "12345",
    status: "已退款",
    statusText: "to your card",
    occurredAt: nowMs,
  });
});

test("a test needs nobody and echoes its token", () => {
  assert.deepEqual(parsePush(pushOf("test", { test_token: "t 1" }, null), nowMs), {
    method: "test",
    id: "push_1",
    testToken: "t 1",
  });
});

test("the origin's username is an account, and numbers come from wherever they stand", () => {
  const placed = parsePush(pushOf("order.placed", { order }, { username: "u_17" }), nowMs);
  assert.ok("recipient" in placed);
  assert.deepEqual(placed.recipient, { account: "u_17" });
  const params = { status: "x", occurred_at: 1_793_499_000_123, package: parcel };
  const moved = parsePush(pushOf("package.changed", params, { package_number: "pa7k2q9xw4tp1" }));
  assert.ok(moved.method === "package.changed");
  assert.equal(moved.packageNumber, "PA7K2Q9XW4TP-1");
  assert.equal(moved.orderNumber, "PA7K2Q9XW4TP");
  assert.equal(moved.occurredAt, 1_793_499_000_123);
});

test("a month ago is legal, and so is a push that has expired", () => {
  const params = { package_number: "P-1", status: "delivered", occurred_at: "1600000000" };
  const old = parsePush({ ...pushOf("package.changed", params), expires_at: 1_600_000_001 }, nowMs);
  assert.equal(old.expiresAt, 1_600_000_001_000);
});

const moved = { package_number: "P-1", status: "delivered", occurred_at: "1793499000" };
const nowS = nowMs / 1000;
const refused: [name: string, value: unknown, number: number, status: number, pointer: string][] = [
  ["no JSON", "{'a'}", 10100, 400, ""],
  ["no object", "[]", 10100, 400, ""],
  ["more than 64 KiB", `"${"x".repeat(65_536)}"`, 10100, 413, ""],
  ["no request", {}, 10003, 400, "/request/id"],
  ["a request that is a list", { request: [] }, 10003, 400, "/request"],
  ["an id with a dot", { request: { id: "a.b" } }, 10003, 400, "/request/id"],
  ["an id of 65 letters", { request: { id: "a".repeat(65) } }, 10003, 400, "/request/id"],
  ["no method", { request: { id: "a" } }, 10004, 400, "/request/method"],
  ["another method", pushOf("order.lost", {}), 10005, 400, "/request/method"],
  [
    "another category",
    { request: { id: "a", method: "test", category: "x" } },
    10005,
    400,
    "/request/category",
  ],
  ["nobody", pushOf("order.placed", { order }, null), 10007, 400, "/recipient"],
  ["an empty recipient", pushOf("order.placed", { order }, {}), 10007, 400, "/recipient"],
  ["a recipient of text", pushOf("order.placed", { order }, "chris"), 10008, 400, "/recipient"],
  [
    "two recipients",
    pushOf("order.placed", { order }, { account: "a", order_number: "b" }),
    10008,
    400,
    "/recipient",
  ],
  [
    "an account that is none",
    pushOf("order.placed", { order }, { account: "a\u0000b" }),
    10008,
    400,
    "/recipient/account",
  ],
  [
    "a number that nobody sees",
    pushOf("order.placed", { order }, { order_number: "\u200b" }),
    10008,
    400,
    "/recipient/order_number",
  ],
  [
    "an id of Messenger",
    pushOf("order.placed", { order }, { id: "2312", account: "a" }),
    10009,
    400,
    "/recipient/id",
  ],
  ["no order number", pushOf("order.placed", {}), 10100, 400, "/params/order_number"],
  ["params of text", pushOf("order.placed", "x" as never), 10101, 400, "/params"],
  [
    "an order of another number",
    pushOf("order.placed", { order, order_number: "B-2" }),
    10101,
    400,
    "/params/order_number",
  ],
  [
    "an order without its amounts",
    pushOf("order.placed", { order: { ...order, summary: {} } }),
    10101,
    400,
    "/params/order/summary/total_cost",
  ],
  ["no status", pushOf("order.changed", { order_number: "A" }), 10100, 400, "/params/status"],
  [
    "a status of 101 letters",
    pushOf("package.changed", { ...moved, status: "x".repeat(101) }),
    10101,
    400,
    "/params/status",
  ],
  [
    "no moment",
    pushOf("package.changed", { ...moved, occurred_at: "" }),
    10100,
    400,
    "/params/occurred_at",
  ],
  [
    "a moment 10 minutes and a second ahead",
    pushOf("package.changed", { ...moved, occurred_at: nowS + 601 }),
    10101,
    400,
    "/params/occurred_at",
  ],
  [
    "news for longer than 7 days",
    { ...pushOf("package.changed", moved), expires_at: nowS + 7 * 86_400 + 1 },
    10101,
    400,
    "/expires_at",
  ],
  ["no token", pushOf("test", {}), 10100, 400, "/params/test_token"],
];

for (const [name, value, number, status, pointer] of refused) {
  test(`refuses ${name} with ${number}`, () => {
    assert.throws(
      () => parsePush(value, nowMs),
      (error) => {
        assert.ok(error instanceof PushError);
        const { number: found, status: http, pointer: place } = error;
        assert.deepEqual([found, http, place], [number, status, pointer], error.message);
        assert.match(error.message, pointer === "" ? /body/ : new RegExp(pointer));
        return true;
      },
    );
  });
}

test("takes what lies exactly at the limits", () => {
  const params = { ...moved, status: "x".repeat(100), occurred_at: nowS + 600 };
  const push = { ...pushOf("package.changed", params), expires_at: nowS + 7 * 86_400 };
  assert.equal(parsePush(push, nowMs).expiresAt, nowMs + 7 * 86_400_000);
});
