import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { knownOrderStatus, knownPackageStatus } from "./known-status.ts";

test("a stage that is surely known is told as a code, however the shop writes it", () => {
  const orders = {
    Shipped: "shipped",
    PROCESSING: "processing",
    cancelled: "canceled",
    "Partially-Shipped": "partially_shipped",
    待付款: "unpaid",
    已发货: "shipped",
    交易成功: "completed",
    "Out for delivery": "shipped",
  };
  for (const [status, code] of Object.entries(orders)) assert.equal(knownOrderStatus(status), code);
  const packages = {
    Preparing: "preparing",
    "Out for delivery": "in_transit",
    IN_TRANSIT: "in_transit",
    Delayed: "in_transit",
    待取件: "in_transit",
    "Delivered.": "delivered",
    "Returned to sender": "returned",
  };
  for (const [status, code] of Object.entries(packages)) {
    assert.equal(knownPackageStatus(status), code);
  }
});

test("what could tell a moment is told as on file", () => {
  const statuses = [
    ...[
      "Shipped on Nov 3 14:22",
      "Arrives tomorrow",
      "2 days late",
      "Delivered today",
      "shipped 3",
    ],
    ...[
      "明天送达",
      "十一月三日发货",
      "已发货（11月3日）",
      "शिप किया गया ३ नवंबर",
      "Livré mardi",
      "",
    ],
    ...["constructor", "__proto__", "Shipped\nNov 3", "Shipped last Tuesday"],
  ];
  for (const status of statuses) {
    assert.equal(knownOrderStatus(status), "on_file", status);
    assert.equal(knownPackageStatus(status), "on_file", status);
  }
});

test("whatever a shop writes, only codes come out, and a code stays itself", () => {
  const codes = new Set([
    ...["unpaid", "paid", "processing", "partially_shipped", "shipped", "delivered", "completed"],
    ...["canceled", "refunded", "returning", "returned", "preparing", "in_transit", "on_file"],
  ]);
  for (const known of [knownOrderStatus, knownPackageStatus]) {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom(...codes)),
        (status) => {
          const code = known(status);
          assert(codes.has(code));
          assert.equal(known(code), code);
        },
      ),
    );
  }
});
