import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stageOf } from "../../status/stage-of.ts";
import { parcelStatuses } from "../parcel-status.ts";
import { type ParcelSourceName, parcelSources } from "../sources/parcel-sources.ts";
import { toOrderNewsStatus } from "./to-order-news-status.ts";
import { packageStatusOf, toParcelStatus } from "./to-parcel-status.ts";

const names = Object.keys(parcelSources) as ParcelSourceName[];

test("each source's code is what that source says, however it is cased", () => {
  const told: [ParcelSourceName, string, string | null][] = [
    ["aftership", "InTransit_002", "picked_up"],
    ["aftership", "Delivered_005", "delivered"],
    ["aftership", "Exception_016", "exception"],
    ["aftership", "Exception_013", "lost"],
    ["17track", "InTransit_CustomsProcessing", "customs"],
    ["17track", "DeliveryFailure_NoBody", "attempt_failed"],
    ["17track", "Delivered_Other", "delivered"],
    ["shopify", "PICKED_UP", "delivered"],
    ["shopify", "CARRIER_PICKED_UP", "picked_up"],
    ["kuaidi100", "3", "delivered"],
    ["kuaidi100", "501", "ready_for_pickup"],
    ["kuaidi100", "投柜或驿站", "ready_for_pickup"],
    ["cainiao", "GTMS_SIGNED", "delivered"],
    ["cainiao", "CC_IM_START", "customs"],
    ["easypost", "return_to_sender", "returning"],
    ["shippo", "TRANSIT", "in_transit"],
    ["shippo", "package_lost", "lost"],
    ["yunda", "SIGNFAIL", "attempt_failed"],
    ["acp_ucp", "undeliverable", "exception"],
  ];
  for (const [source, code, status] of told) {
    for (const spelled of [code, code.toUpperCase(), code.toLowerCase(), ` ${code} `]) {
      assert.equal(toParcelStatus(spelled, source), status, `${source} ${spelled}`);
    }
  }
});

test("a number that 快递100 has not named is on its way, and never delivered", () => {
  const { codes } = parcelSources.kuaidi100;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), (number) => {
      const told = toParcelStatus(String(number), "kuaidi100");
      assert.equal(
        told,
        Object.entries(codes).find(([code]) => code === String(number))?.[1] ?? "in_transit",
      );
    }),
  );
  assert.equal(toParcelStatus("15", "kuaidi100"), "in_transit");
  assert.equal(toParcelStatus("305", "kuaidi100"), "in_transit");
});

test("without a source our own words, the texts of cards and what is the same everywhere are known", () => {
  const told: Record<string, string | null> = {
    out_for_delivery: "out_for_delivery",
    "Out for delivery": "out_for_delivery",
    picked_up: "picked_up",
    PICKED_UP: "picked_up",
    已签收: "delivered",
    "nicht zugestellt": "attempt_failed",
    "Label created": "info_received",
    shipped: "picked_up",
    cancelled: "canceled",
    Exception_010: "returning",
    GTMS_SIGNED: "delivered",
    return_to_sender: "returning",
    退签: "returned",
    "Held at customs": null,
    "Delivered to carrier": null,
    "not quite delivered": null,
    constructor: null,
    __proto__: null,
    "": null,
    " ": null,
  };
  for (const [status, expected] of Object.entries(told)) {
    assert.equal(toParcelStatus(status), expected, status);
  }
  assert.equal(toParcelStatus("__proto__"), null);
  assert.equal(toParcelStatus("x".repeat(1_000_000)), null);
});

test("a bare number means nothing by itself", () => {
  for (const number of ["0", "3", "14", "501", "３"]) assert.equal(toParcelStatus(number), null);
});

test("a code is never what only one of the sources that have it means", () => {
  for (const name of names) {
    for (const code of Object.keys(parcelSources[name].codes)) {
      const meanings = new Set(names.map((other) => toParcelStatus(code, other)));
      meanings.delete(null);
      const told = toParcelStatus(code);
      const isOwn = code.toLowerCase() in parcelStatuses || stageOf(code, "package") !== undefined;
      if (isOwn || /^\d+$/.test(code)) continue;
      assert.equal(told, meanings.size === 1 ? [...meanings][0] : null, `${code} of ${name}`);
    }
  }
});

test("whatever is written is a status of ours or none", () => {
  const source = fc.option(fc.constantFrom(...names), { nil: undefined });
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), source, (status, name) => {
      const told = toParcelStatus(status, name);
      assert(told === null || Object.hasOwn(parcelStatuses, told));
    }),
  );
});

test("the status of a package answer is that of its package_status", () => {
  assert.equal(packageStatusOf({ package_status: "In Transit" }), "in_transit");
  assert.equal(packageStatusOf({}), null);
});

test("an order's status is one of our own words, or a text that cards know", () => {
  const told: Record<string, string | null> = {
    placed: "placed",
    Delayed: "delayed",
    "Partially shipped": "partially_shipped",
    PartiallyDelivered: "partially_shipped",
    部分签收: "partially_shipped",
    待付款: "placed",
    已付款: "paid",
    "Wird bearbeitet": "processing",
    "In transit": "shipped",
    completed: "delivered",
    Cancelled: "canceled",
    Reembolsado: "refunded",
    "on file": null,
    "Waiting for the tailor": null,
    constructor: null,
  };
  for (const [status, expected] of Object.entries(told)) {
    assert.equal(toOrderNewsStatus(status), expected, status);
  }
});
