import assert from "node:assert/strict";
import { test } from "node:test";
import { deliveryPhrase, packageStage } from "./package-stage.ts";

test("a known status has its step, however the shop writes it", () => {
  const steps: Record<string, number> = {
    Confirmed: 1,
    已下单: 1,
    "label-created": 1,
    "Carrier picked up": 2,
    已揽收: 2,
    IN_TRANSIT: 2,
    "Delivery in progress": 2,
    运输中: 2,
    OutForDelivery: 3,
    "out for delivery": 3,
    派送中: 3,
    "Ready for pickup": 3,
    Delivered: 4,
    "Delivered.": 4,
    已签收: 4,
  };
  for (const [status, step] of Object.entries(steps)) {
    assert.equal(packageStage(status)?.step, step, status);
  }
});

test("what only sounds like a known status has no step", () => {
  for (const status of [
    "Not delivered",
    "Undelivered",
    "Delivery attempted",
    "Returned to sender",
    "Delivered to carrier",
    "Out for delivery tomorrow?",
    "未签收",
    "派送失败",
    "",
  ]) {
    assert.equal(packageStage(status), undefined, status);
  }
});

test("a package's date says what it means", () => {
  const today = "2024-05-06";
  const delivered = packageStage("Delivered");
  const onItsWay = packageStage("In transit");
  assert.equal(deliveryPhrase(delivered, "2030-01-01", today), "delivered");
  assert.equal(deliveryPhrase(onItsWay, "2024-05-06", today), "expected");
  assert.equal(deliveryPhrase(onItsWay, "2024-05-05", today), "wasExpected");
  assert.equal(deliveryPhrase(undefined, "2024-05-07", today), "expected");
});

test("nobody says that a package is late where its status is not understood", () => {
  assert.equal(deliveryPhrase(undefined, "2024-05-05", "2024-05-06"), "deliveryDate");
  assert.equal(deliveryPhrase(undefined, "soon", "2024-05-06"), "deliveryDate");
});
