import assert from "node:assert/strict";
import { test } from "node:test";
import { type Refusal, serializeAnswer, serializeQuery } from "@meetbot/protocol";

const envelope = { id: "order_list_1", pageId: "231231232134111" };
const pagination = { page: 1, limit: 3 };

function request(method: string): string {
  return `{"request":{"category":"ecommerce","method":"${method}","id":"order_list_1","page_id":"231231232134111","meta":""}`;
}

test("a query travels in the origin document's envelope, byte for byte", () => {
  assert.equal(
    serializeQuery({ method: "test", ...envelope, testToken: "12345" }),
    `${request("test")},"params":{"test_token":"12345"}}`,
  );
  assert.equal(
    serializeQuery({ method: "orders", ...envelope, userAccount: "a", filter: "open", pagination }),
    `${request("orders")},"params":{"user_account":"a","filter":"open"},"pagination":{"page":1,"limit":3}}`,
  );
  assert.equal(
    serializeQuery({ method: "packages", ...envelope, packageNumber: "P", pagination }),
    `${request("packages")},"params":{"package_number":"P"},"pagination":{"page":1,"limit":3}}`,
  );
});

test("a query for one order carries neither filter nor pagination", () => {
  assert.equal(
    serializeQuery({ method: "orders", ...envelope, orderNumber: "12344556" }),
    `${request("orders")},"params":{"order_number":"12344556"}}`,
  );
});

test("a refusal travels with the codes of the origin document's tables, whatever code it came with", () => {
  const refusal: Refusal = {
    kind: "refusal",
    reason: "user_not_found",
    code: 14222,
    message: "no",
  };
  assert.equal(serializeAnswer(refusal), '{"success":false,"error":{"code":10001,"message":"no"}}');
  assert.equal(
    serializeAnswer({ ...refusal, reason: "order_not_found" }),
    '{"success":false,"error":{"code":11001,"message":"no"}}',
  );
  assert.equal(
    serializeAnswer({ ...refusal, reason: "other", code: 7 }),
    '{"success":false,"error":{"code":7,"message":"no"}}',
  );
});
