import assert from "node:assert/strict";
import { test } from "node:test";
import type { Level } from "@meetbot/model/conversation/proof.ts";
import type { Order, Package } from "@meetbot/protocol";
import { orderInOneLanguage, packageInOneLanguage } from "./in-one-language.ts";
import type { Evidence } from "./levels.ts";
import { showOrder, showPackage } from "./redact.ts";

const order: Order = {
  order_number: "MB7K2Q9XW4TP",
  currency: "USD",
  timestamp: "1767225600",
  status: "Left the house on Nov 3",
  status_code: "shipped",
  summary: { total_tax: 1, tax_included: true, total_cost: 9 },
  fees: [{ name: "Gift wrap", amount: 1 }],
  refunds: [{ amount: 2, at: "1767225600" }],
  elements: [{ title: "Voucher", quantity: 1, price: 8, kind: "digital" }],
};
const pkg: Package = {
  order_number: "MB7K2Q9XW4TP",
  package_number: "PK1",
  package_status: "With Joe, 555 0100",
  package_status_code: "out_for_delivery",
  exp_delivery_from: "2026-12-01",
  exp_delivery_to: "2026-12-02",
  events: [
    { at: "3", text: "Joe, 555 0100", place: "Chicago", code: "out_for_delivery" },
    { at: "2", text: "Joe, 555 0100" },
    { at: "2", place: "12 Main St, left with neighbour Anna Mueller" },
    { at: "1", place: "Depot 12, 138 0013 8000", code: "picked_up" },
  ],
  elements: [{ title: "Voucher", quantity: 1 }],
  pickup: { name: "Corner shop", address: "1 Main St", hours: "9–18" },
};

const orderAt = (level: Level) => showOrder(order, { level, expires: null }).item;
const packageAt = (level: Level) => showPackage(pkg, { level, expires: null }).item;

test("who has proved nothing reads the stage of a code, and nothing else of the extension", () => {
  assert.deepEqual(orderAt(0), { status: "shipped", order_number: "····W4TP" });
  assert.deepEqual(packageAt(0), { package_status: "shipped", order_number: "····W4TP" });
});

test("a package's number shows the carrier's facts: its code, days, and what happened, in no words and no place", () => {
  const { package_status_code, exp_delivery_from, exp_delivery_to, events, ...rest } =
    packageAt("package");
  assert.deepEqual([package_status_code, exp_delivery_from], ["out_for_delivery", "2026-12-01"]);
  assert.equal(exp_delivery_to, "2026-12-02");
  assert.deepEqual(events, [
    { at: "3", code: "out_for_delivery" },
    { at: "1", code: "picked_up" },
  ]);
  assert.equal("elements" in rest || "pickup" in rest, false);
});

test("an order's own number shows amounts, goods and where it was, the pickup point's name, and no address and no courier's words", () => {
  const { status_code, fees, refunds, summary, elements } = orderAt(1);
  assert.deepEqual([status_code, fees, refunds], [order.status_code, order.fees, order.refunds]);
  assert.deepEqual([summary, elements], [order.summary, order.elements]);
  const shown = packageAt(1);
  assert.deepEqual(shown.elements, pkg.elements);
  assert.deepEqual(shown.pickup, { name: "Corner shop", hours: "9–18" });
  const nameless = { ...pkg, pickup: { address: "1 Main St" } };
  assert.equal("pickup" in showPackage(nameless, { level: 1, expires: null }).item, false);
  assert.deepEqual(
    shown.events?.map(({ place }) => place),
    ["Chicago", undefined],
  );
  assert.doesNotMatch(JSON.stringify(shown.events), /Joe|138|Anna/);
  assert.deepEqual([packageAt(2).events, packageAt(2).pickup], [pkg.events, pkg.pickup]);
});

test("beside a code nobody reads words of another language", () => {
  const to = (locale: string) => ({ locale }) as Evidence;
  assert.equal(orderInOneLanguage(order, undefined, to("en")).status, order.status);
  assert.equal(orderInOneLanguage(order, undefined, to("zh")).status, "shipped");
  const written = (status: string, locale: string) =>
    orderInOneLanguage({ ...order, status }, locale, to(locale)).status;
  // Asked for a language, a webhook may not have it.
  assert.equal(written("Left the house on Nov 3", "zh"), "shipped");
  assert.equal(written("Left the house on Nov 3", "de"), "shipped");
  for (const [words, locale] of [
    ...([
      ["已出库", "zh"],
      ["Abgefertigt", "de"],
      ["Unterwegs zu Ihnen", "de"],
    ] as const),
    ...([
      ["Despachado", "es"],
      ["On the van", "en"],
      ["DHL 12", "de"],
    ] as const),
  ]) {
    assert.equal(written(words, locale), words);
  }
  assert.equal(orderInOneLanguage(order, "de", to("en")).status, "shipped");
  const { status_code: _, ...uncoded } = order;
  assert.equal(orderInOneLanguage(uncoded, undefined, to("zh")).status, order.status);
  const events = [{ at: "1", code: "in_transit" as const, text: "到达深圳" }];
  const texts = (locale: string) =>
    packageInOneLanguage({ ...pkg, events }, undefined, to(locale)).events?.map(({ text }) => text);
  assert.deepEqual([texts("zh"), texts("en")], [["到达深圳"], [undefined]]);
});
