import assert from "node:assert/strict";
import { test } from "node:test";
import type { Order, Package } from "@meetbot/protocol";
import { customerLocales } from "../languages/customer-locale.ts";
import { isAllSent, isPartlySent, partlyTold, type Sending } from "./partly-sent.ts";

const thing = (title: string, quantity: number) => ({ title, quantity, price: 5 });
const order: Partial<Order> = {
  status: "Shipped",
  elements: [thing("Red Mug", 4), thing("Oak Lamp", 2)],
};
const packed = (package_status: string, ...elements: [title: string, quantity: number][]) =>
  ({
    package_status,
    elements: elements.map(([title, quantity]) => ({ title, quantity })),
  }) satisfies Partial<Package>;
const sending = (packages: Partial<Package>[], more: Partial<Sending> = {}): Sending => ({
  ...{ order, packages, hasMore: false, ...more },
});
const lamps = packed("In transit", ["Oak Lamp", 2]);
const mugs = packed("In transit", ["Red Mug", 4]);

test("an order whose packages hold less than was ordered was sent in part", () => {
  assert.equal(isPartlySent(sending([lamps])), true);
  assert.equal(isPartlySent(sending([lamps, packed("Delivered", ["red  mug", 3])])), true);
  assert.equal(isPartlySent(sending([lamps, mugs])), false);
  assert.equal(isPartlySent(sending([lamps, { ...mugs, package_status: "Preparing" }])), true);
});

test("a shop that says that it sent a part is believed, whatever its packages hold", () => {
  const said: Partial<Order> = { ...order, status_code: "partially_shipped" };
  assert.equal(isPartlySent(sending([lamps, mugs], { order: said })), true);
  assert.equal(isAllSent(sending([lamps, mugs], { order: said })), false);
});

test("what need not be sent, or may be in a package that is not here, is not missed", () => {
  const sent = (more: Partial<Order>) =>
    isPartlySent(sending([lamps], { order: { ...order, ...more } }));
  assert.equal(sent({ refunds: [{ amount: 20 }] }), false);
  assert.equal(
    sent({ elements: [thing("Oak Lamp", 2), { ...thing("Card", 1), kind: "gift_card" }] }),
    false,
  );
  assert.equal(sent({ status: "Delivered" }), false);
  assert.equal(sent({ status: "Canceled" }), false);
  assert.equal(isPartlySent(sending([lamps], { hasMore: true })), false);
});

test("packages whose goods are not listed, or called otherwise, contradict nothing", () => {
  assert.equal(isPartlySent(sending([{ package_status: "In transit" }])), false);
  assert.equal(isPartlySent(sending([lamps, { package_status: "In transit" }])), false);
  assert.equal(isPartlySent(sending([packed("In transit", ["Box of mugs", 1])])), false);
});

test("whether all was sent is said only where the shop or its packages say it", () => {
  const shop = (status: string) => ({ order: { ...order, status } });
  assert.equal(isAllSent(sending([lamps, mugs])), true);
  assert.equal(isAllSent(sending([])), true);
  assert.equal(isAllSent(sending([lamps, mugs], { hasMore: true })), null);
  assert.equal(isAllSent(sending([lamps, mugs], shop("Processing"))), true);
  assert.equal(isAllSent(sending([{ package_status: "In transit" }], shop("Processing"))), null);
  assert.equal(isAllSent(sending([{ package_status: "In transit" }], shop("vorgemerkt"))), null);
  assert.equal(isAllSent(sending([], shop("Processing"))), false);
  assert.equal(isAllSent(sending([], shop("Paid"))), false);
});

test("which part was sent is told in every language, as far as packages say it", () => {
  const told = {
    de: "Verschickt: 2 von 6 Artikeln. Noch nicht verschickt: 4 × Red Mug.",
    en: "Sent: 2 of 6 items. Not sent yet: 4 × Red Mug.",
    es: "Enviado: 2 de 6 artículos. Aún sin enviar: 4 × Red Mug.",
    ja: "6点のうち2点を発送済みです。未発送：4 × Red Mug。",
    "pt-BR": "Enviados: 2 de 6 itens. Ainda não enviados: 4 × Red Mug.",
    fr: "Articles envoyés : 2 sur 6. Pas encore envoyés : 4 × Red Mug.",
    zh: "共 6 件，已发出 2 件；还没发出：4 × Red Mug。",
    "zh-Hant": "共 6 件，已寄出 2 件；還沒寄出：4 × Red Mug。",
  };
  for (const locale of customerLocales) {
    const telling = { locale, today: "2026-11-28" };
    assert.equal(partlyTold(sending([lamps]), "X", telling)[1], told[locale]);
    const unsaid = partlyTold(sending([{ package_status: "In transit" }]), "X", telling);
    assert.doesNotMatch(unsaid.join(" "), /\d/);
  }
});

test("a package of which nobody knows whether it left is not counted as sent", () => {
  const unsure = sending([lamps, packed("Held at customs", ["Red Mug", 1])]);
  assert.equal(isPartlySent(unsure), true);
  const [, which = ""] = partlyTold(unsure, "X", { locale: "en", today: "2026-11-28" });
  assert.match(which, /does not say exactly which items/);
});

test("where each package names its goods, it is not said that the shop does not", () => {
  const said: Partial<Order> = { ...order, status_code: "partially_shipped" };
  const told = partlyTold(sending([lamps, mugs], { order: said }), "Your order", {
    locale: "en",
    today: "2026-11-28",
  });
  assert.deepEqual(told, ["Your order has been sent only in part so far."]);
});
