import assert from "node:assert/strict";
import { test } from "node:test";
import type { Panel, ShownItem } from "../panel/use-panel.ts";
import { fillValues } from "./fill-values.ts";

const at = { level: "1", until: null, seq: 1, at: "2026-11-29T12:00:00Z" } as const;
const order = (number: string | null, item: object): ShownItem => ({
  ...{ ...at, kind: "order", number, item: { status: "shipped", ...item } },
});
const parcelOf = (order_number: string, carrier: string): ShownItem => ({
  ...{ ...at, kind: "package", number: "P1", item: { order_number, carrier } },
});
const panelOf = (shown: ShownItem[], more: Partial<Panel> = {}) => ({
  filling: { "operator.name": "Ada", "customer.name": null, "hours.next_open": null },
  ...{ locale: "en" as const, masked: false, numbers: [], shown, ...more },
});
const filled = (...given: Parameters<typeof fillValues>) => {
  const values = fillValues(...given);
  return [values["order.number"], values["order.status"], values["package.carrier"]];
};

test("all values are of one item: the chosen one, else the one that was shown last", () => {
  const first = order("A1", { parcel: { carrier: "UPS" } });
  const panel = panelOf([parcelOf("B2", "DHL"), first, order("B2", {}), parcelOf("C3", "GLS")]);
  assert.deepEqual(filled(panel, null), ["B2", "shipped", "DHL"]);
  assert.deepEqual(filled(panel, first), ["A1", "shipped", "UPS"]);
  assert.deepEqual(filled(panel, order("B2", {})), ["B2", "shipped", "DHL"]);
  assert.deepEqual(filled(panel, order("D4", {})), ["D4", "shipped", null]);
});

test("an order that is hidden has the number that the customer named, if it is one", () => {
  const named = { kind: "order", number: "A1", shop: "known" } as const;
  assert.equal(filled(panelOf([order(null, {})], { numbers: [named] }), null)[0], "A1");
  const two = [named, { ...named, number: "B2" }];
  assert.equal(filled(panelOf([order(null, {})], { numbers: two }), null)[0], null);
});

test("of a masked panel what holds nothing personal is filled in", () => {
  const panel = panelOf([order("····", { parcel: { carrier: "UPS" } })], { masked: true });
  assert.deepEqual(filled(panel, null), [null, "shipped", "UPS"]);
  assert.equal(fillValues(panel, null)["operator.name"], "Ada");
  assert.equal(fillValues(panelOf([]), null)["operator.name"], "Ada");
});
