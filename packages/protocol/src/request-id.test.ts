import assert from "node:assert/strict";
import { test } from "node:test";
import { newRequestId } from "./request-id.ts";

test("an id names its method, holds 96 random bits and fits into a webhook-id", () => {
  assert.match(newRequestId("test"), /^test_[A-Za-z0-9_-]{16}$/);
  assert.match(newRequestId("orders"), /^order_list_[A-Za-z0-9_-]{16}$/);
  assert.match(newRequestId("packages"), /^packages_[A-Za-z0-9_-]{16}$/);
  assert.notEqual(newRequestId("test"), newRequestId("test"));
});
