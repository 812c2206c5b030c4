import assert from "node:assert/strict";
import { test } from "node:test";
import { customerLocales } from "../languages/customer-locale.ts";
import { isUnderway, whereSentence } from "./where.ts";

const today = "2026-11-28";
const titles = ["Oak lamp"];
const telling = (locale: (typeof customerLocales)[number]) => ({ locale, today });

/** Where a package of an oak lamp is. */
function lamp(
  package_status: string,
  pkg: { carrier?: string; exp_delivery?: string } = {},
  locale: (typeof customerLocales)[number] = "en",
): string {
  return whereSentence({ titles, pkg: { package_status, ...pkg } }, telling(locale));
}

const dhl = { carrier: "DHL" };

test("what is on its way is told with its carrier and its day, as far as they are known", () => {
  const due = { exp_delivery: "2026-11-29" };
  assert.equal(lamp("In transit"), "Your order (Oak lamp) is in transit.");
  assert.equal(lamp("In transit", dhl), "Your order (Oak lamp) is in transit with DHL.");
  assert.equal(
    lamp("In transit", due),
    "Your order (Oak lamp) is in transit and should arrive tomorrow.",
  );
  const told = {
    de: "Ihre Bestellung (Oak lamp) ist mit DHL unterwegs und soll morgen ankommen.",
    en: "Your order (Oak lamp) is in transit with DHL and should arrive tomorrow.",
    es: "Tu pedido (Oak lamp) está en tránsito con DHL y debería llegar mañana.",
    ja: "ご注文（Oak lamp）は輸送中です（DHL）。明日お届けの予定です。",
    "pt-BR": "Seu pedido (Oak lamp) está em trânsito com DHL e deve chegar amanhã.",
    fr: "Votre commande (Oak lamp) est en cours d’acheminement via DHL et devrait arriver demain.",
    zh: "您的订单（Oak lamp）正在运输途中（DHL），预计明天送达。",
    "zh-Hant": "您的訂單（Oak lamp）正在運送途中（DHL），預計明天送達。",
  };
  for (const locale of customerLocales) {
    assert.equal(lamp("In transit", { ...dhl, ...due }, locale), told[locale]);
  }
});

test("what should have come before today is late, in every language", () => {
  const overdue = { ...dhl, exp_delivery: "2026-11-25" };
  const told = {
    de: "Ihre Bestellung (Oak lamp) verspätet sich: Die Lieferung sollte am 25.11.2026 ankommen und ist noch mit DHL unterwegs.",
    en: "Your order (Oak lamp) is late: it should have arrived on Nov 25, 2026 and is still on its way with DHL.",
    es: "Tu pedido (Oak lamp) lleva retraso: debería haber llegado el 25 nov 2026 y sigue en camino con DHL.",
    ja: "ご注文（Oak lamp）は遅れています。2026/11/25にお届けの予定でしたが、まだ輸送中です（DHL）。",
    "pt-BR":
      "Seu pedido (Oak lamp) está atrasado: deveria ter chegado em 25 de nov. de 2026 e ainda está a caminho com DHL.",
    fr: "Votre commande (Oak lamp) a du retard : la livraison était prévue le 25 nov. 2026 et l’acheminement via DHL se poursuit.",
    zh: "您的订单（Oak lamp）比预计的晚：原本预计 2026年11月25日 送达，现在还在路上（DHL）。",
    "zh-Hant":
      "您的訂單（Oak lamp）比預計的晚：原本預計 2026年11月25日 送達，目前還在路上（DHL）。",
  };
  for (const locale of customerLocales)
    assert.equal(lamp("Shipped", overdue, locale), told[locale]);
  assert.match(lamp("Out for delivery", overdue), /is late/);
  assert.match(lamp("Delayed", overdue), /is late/);
});

test("what is being prepared is told as not sent, also where a day is known", () => {
  const told = {
    de: "Ihre Bestellung (Oak lamp) wurde noch nicht verschickt, wird aber schon vorbereitet und soll am 03.12.2026 ankommen.",
    en: "Your order (Oak lamp) has not been sent yet, but is being prepared and should arrive on Dec 3, 2026.",
    es: "Tu pedido (Oak lamp) todavía no ha salido, pero ya se está preparando y debería llegar el 3 dic 2026.",
    ja: "ご注文（Oak lamp）はまだ発送されていませんが、現在準備中です。2026/12/03お届けの予定です。",
    "pt-BR":
      "Seu pedido (Oak lamp) ainda não foi enviado, mas já está sendo preparado e deve chegar em 3 de dez. de 2026.",
    fr: "Votre commande (Oak lamp) n’a pas encore quitté la boutique, mais est en préparation et devrait arriver le 3 déc. 2026.",
    zh: "您的订单（Oak lamp）正在备货，还没发货，预计 2026年12月3日 送达。",
    "zh-Hant": "您的訂單（Oak lamp）正在備貨，還沒出貨，預計 2026年12月3日 送達。",
  };
  for (const locale of customerLocales) {
    assert.equal(lamp("Processing", { exp_delivery: "2026-12-03" }, locale), told[locale]);
  }
});

test("what is due today is not late yet", () => {
  assert.equal(
    lamp("Out for delivery", { exp_delivery: today }),
    "Your order (Oak lamp) is out for delivery and should arrive today.",
  );
});

test("what came is told with the day it came, and never with a day to come", () => {
  const came = { ...dhl, exp_delivery: "2026-11-27" };
  const told = {
    de: "Ihre Bestellung (Oak lamp) wurde gestern von DHL zugestellt.",
    en: "Your order (Oak lamp) was delivered yesterday by DHL.",
    es: "Tu pedido (Oak lamp) fue entregado ayer por DHL.",
    ja: "ご注文（Oak lamp）は昨日配達されました（DHL）。",
    "pt-BR": "Seu pedido (Oak lamp) foi entregue ontem por DHL.",
    fr: "Votre commande (Oak lamp) : la livraison a été effectuée hier par DHL.",
    zh: "您的订单（Oak lamp）已于昨天送达（DHL）。",
    "zh-Hant": "您的訂單（Oak lamp）已於昨天送達（DHL）。",
  };
  for (const locale of customerLocales) assert.equal(lamp("Delivered", came, locale), told[locale]);
  assert.equal(
    lamp("Delivered", { exp_delivery: "2026-12-01" }),
    "Your order (Oak lamp) has been delivered.",
  );
});

test("what is not coming is promised for no day and called late on none", () => {
  const told = {
    "Ready for pickup": "is ready for pickup.",
    "Not delivered": "could not be delivered.",
    "Returning to sender": "is on its way back to the shop.",
    "Returned to sender": "went back to the shop.",
  };
  for (const [status, words] of Object.entries(told)) {
    for (const exp_delivery of ["2026-11-25", today, "2026-12-01"]) {
      assert.equal(lamp(status, { exp_delivery }), `Your order (Oak lamp) ${words}`);
    }
  }
});

test("a status that is not surely known is told in the shop's own words", () => {
  for (const status of ["Held at customs", "Delivered to carrier"]) {
    assert.equal(lamp(status), `Your order (Oak lamp) has the status “${status}”.`);
    assert.equal(lamp(status, { exp_delivery: "2026-11-25" }), lamp(status));
  }
  assert.equal(
    lamp("Beim Zoll", { exp_delivery: today }, "de"),
    "Ihre Bestellung (Oak lamp) hat den Status „Beim Zoll“ und soll heute ankommen.",
  );
  assert.equal(lamp("清关中", {}, "zh"), "您的订单（Oak lamp）目前的状态是“清关中”。");
});

test("an order without a package is told by its own status, whoever wrote it", () => {
  const order = (status: string, locale: (typeof customerLocales)[number]) =>
    whereSentence({ titles: ["Oak lamp", "Bulb"], order: { status } }, telling(locale));
  assert.equal(
    order("待付款", "en"),
    "Your order (Oak lamp +1 more) is not paid yet, so it has not been sent.",
  );
  assert.equal(
    order("Paid", "es"),
    "Tu pedido (Oak lamp y 1 más) está pagado, aunque todavía no ha salido.",
  );
  assert.equal(order("Storniert", "zh"), "您的订单（Oak lamp，另有 1 件）已取消。");
});

test("a package of which no status may be told leaves its order's status to be told", () => {
  assert.equal(
    whereSentence(
      { titles, order: { status: "Paid" }, pkg: { exp_delivery: "2026-12-03" } },
      telling("en"),
    ),
    "Your order (Oak lamp) is paid and should arrive on Dec 3, 2026, but has not been sent yet.",
  );
});

test("where the goods may not be named, it is simply the order or the package", () => {
  const nameless = { titles: [], pkg: { package_status: "Shipped" } };
  assert.equal(whereSentence(nameless, telling("de")), "Ihr Paket wurde verschickt.");
  assert.equal(
    whereSentence({ ...nameless, order: { status: "Shipped" } }, telling("de")),
    "Ihre Bestellung wurde verschickt.",
  );
});

test("sentences with parts left empty have no gaps and one full stop", () => {
  const statuses = [
    ...["Label created", "Processing", "In transit", "Delayed", "Out for delivery"],
    ...["Ready for pickup", "Delivered", "Not delivered", "Returned to sender", "Elsewhere"],
  ];
  for (const locale of customerLocales) {
    for (const status of statuses) {
      for (const exp_delivery of ["", "2026-11-20", today, "2026-12-03"]) {
        for (const pkg of [{}, { carrier: "DHL" }]) {
          const told = lamp(status, { ...pkg, exp_delivery }, locale);
          assert.doesNotMatch(told, / {2}|[（(][)）]| [，。,.]|\{|[。.,，]{2}/, told);
          assert.match(told, /[^.。][.。]$/u, told);
        }
      }
    }
  }
});

test("only what a carrier still brings is underway", () => {
  for (const stage of [
    "picked_up",
    "shipped",
    "in_transit",
    "delayed",
    "out_for_delivery",
  ] as const) {
    assert.equal(isUnderway(stage), true, stage);
  }
  for (const stage of [
    "paid",
    "processing",
    "ready_for_pickup",
    "delivered",
    "canceled",
  ] as const) {
    assert.equal(isUnderway(stage), false, stage);
  }
});
