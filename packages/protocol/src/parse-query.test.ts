import assert from "node:assert/strict";
import { test } from "node:test";
import { ProtocolError } from "./fields/protocol-error.ts";
import { parseQuery } from "./parse-query.ts";

test("an account's orders are the open ones, page 1 of 10, unless the query says otherwise", () => {
  const asked = { method: "orders", id: "order_list_1", pageId: "7", userAccount: "a@example.com" };
  assert.deepEqual(parseQuery(query("orders", { user_account: "a@example.com" })), {
    ...asked,
    filter: "open",
    pagination: { page: 1, limit: 10 },
  });
  assert.deepEqual(
    parseQuery(
      query("orders", { user_account: "a@example.com", filter: "past" }, { page: 2, limit: 3 }),
    ),
    { ...asked, filter: "past", pagination: { page: 2, limit: 3 } },
  );
});

test("null and empty keys count as absent", () => {
  const orders = query("orders", { user_account: null, filter: "", order_number: "A-1" });
  assert.deepEqual(parseQuery(orders), {
    method: "orders",
    id: "order_list_1",
    pageId: "7",
    orderNumber: "A-1",
  });
  const packages = query("packages", { order_number: "", package_number: "P-1" }, null);
  assert.deepEqual(parseQuery(packages), {
    method: "packages",
    id: "order_list_1",
    pageId: "7",
    packageNumber: "P-1",
    pagination: { page: 1, limit: 10 },
  });
});

test("numbers given as integers arrive as strings of the same digits", () => {
  const body = query("orders", {}).replace(
    '"params":{}',
    '"params":{"order_number":12345678901234567890}',
  );
  const parsed = parseQuery(body);
  assert.ok("orderNumber" in parsed && parsed.orderNumber === "12345678901234567890");
});

test("unknown fields are ignored at every place", () => {
  const body = JSON.parse(query("test", { test_token: "t", more: 1 }));
  const parsed = parseQuery(
    JSON.stringify({ ...body, more: {}, request: { ...body.request, x: 1 } }),
  );
  assert.deepEqual(parsed, { method: "test", id: "order_list_1", pageId: "7", testToken: "t" });
});

const refused: [name: string, body: string, code: string, pointer: string][] = [
  ["no object", "[]", "invalid_field", ""],
  ["no request", "{}", "invalid_field", "/request"],
  [
    "another category",
    query("test", {}, undefined, "travel"),
    "unknown_category",
    "/request/category",
  ],
  ["no category", query("test", {}, undefined, ""), "invalid_field", "/request/category"],
  ["another method", query("refunds", {}), "unknown_method", "/request/method"],
  [
    "a method named like an object's own",
    query("constructor", {}),
    "unknown_method",
    "/request/method",
  ],
  ["no method", query("", {}), "invalid_field", "/request/method"],
  ["no test token", query("test", {}), "invalid_field", "/params/test_token"],
  ["neither key", query("orders", { filter: "open" }), "invalid_field", "/params"],
  [
    "both keys",
    query("orders", { user_account: "a", order_number: "1" }),
    "invalid_field",
    "/params",
  ],
  [
    "both numbers",
    query("packages", { order_number: 1, package_number: "1" }),
    "invalid_field",
    "/params",
  ],
  [
    "a number that is none",
    query("orders", { order_number: 1.5 }),
    "invalid_field",
    "/params/order_number",
  ],
  [
    "an account that is no text",
    query("orders", { user_account: {} }),
    "invalid_field",
    "/params/user_account",
  ],
  [
    "another filter",
    query("orders", { user_account: "a", filter: "OPEN" }),
    "invalid_field",
    "/params/filter",
  ],
  [
    "page 0",
    query("orders", { user_account: "a" }, { page: 0 }),
    "invalid_field",
    "/pagination/page",
  ],
  [
    "limit 11",
    query("orders", { user_account: "a" }, { limit: 11 }),
    "invalid_field",
    "/pagination/limit",
  ],
  [
    "limit 2.5",
    query("packages", { order_number: "1" }, { limit: 2.5 }),
    "invalid_field",
    "/pagination/limit",
  ],
  [
    "a page of many digits",
    query("packages", { order_number: "1" }, { page: 1e15 }).replace(
      "1000000000000000",
      "10000000000000000",
    ),
    "invalid_field",
    "/pagination/page",
  ],
  [
    "pagination as a list",
    query("packages", { order_number: "1" }, []),
    "invalid_field",
    "/pagination",
  ],
];

for (const [name, body, code, pointer] of refused) {
  test(`refuses ${name} and names the place`, () => {
    assert.throws(
      () => parseQuery(body),
      (error) => {
        assert.ok(error instanceof ProtocolError);
        assert.deepEqual([error.code, error.pointer], [code, pointer]);
        return true;
      },
    );
  });
}

test("a refusal tells types, never values", () => {
  assert.throws(
    () => parseQuery(query("orders", { user_account: "a", filter: "yilia@example.com" })),
    {
      message: 'Expected "open" or "unpaid" or "past" at /params/filter, found a string.',
    },
  );
});

function query(
  method: string,
  params: object,
  pagination?: unknown,
  category = "ecommerce",
): string {
  const request = { category, method, id: "order_list_1", page_id: "7", meta: "" };
  return JSON.stringify({ request, params, pagination });
}
