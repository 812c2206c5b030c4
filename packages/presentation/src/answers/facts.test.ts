import assert from "node:assert/strict";
import { test } from "node:test";
import { type CustomerLocale, customerLocales } from "../languages/customer-locale.ts";
import { factAnswers, priceOf, type ToldFact } from "./facts.ts";
import type { Known, Told } from "./told.ts";

const today = "2026-11-28";

function told(
  fact: ToldFact,
  known: Omit<Known, "titles">,
  locale: CustomerLocale = "en",
): Told | null {
  const telling = { locale, today, timeZone: "UTC" };
  return factAnswers[fact]({ titles: ["Oak lamp"], ...known }, telling);
}

const textOf = (...asked: Parameters<typeof told>) => told(...asked)?.text;

const element = (title: string, quantity: number, price: number) => ({ title, quantity, price });

const order = {
  order_number: "MB12345678",
  status: "Shipped",
  currency: "EUR",
  summary: { total_cost: 1249.9, shipping_cost: 4.9 },
  elements: [element("Oak lamp", 1, 1200), element("Bulb", 2, 22.5)],
};

test("amounts are told as each language writes them, and as the shop has them", () => {
  const amounts = {
    de: ["Die Gesamtsumme beträgt 1.249,90 €.", "Der Versand hat 4,90 € gekostet."],
    en: ["The total is €1,249.90.", "Shipping was €4.90."],
    es: ["El total es de 1249,90 €.", "El envío costó 4,90 €."],
    ja: ["合計は€1,249.90です。", "送料は€4.90でした。"],
    "pt-BR": ["O total é € 1.249,90.", "O frete foi € 4,90."],
    fr: ["Le total est de 1\u202f249,90 €.", "La livraison a coûté 4,90 €."],
    zh: ["总金额是 €1,249.90。", "运费是 €4.90。"],
    "zh-Hant": ["總金額是 €1,249.90。", "運費是 €4.90。"],
  };
  const plain = (text = "") => text.replaceAll("\u00a0", " ");
  for (const locale of customerLocales) {
    assert.equal(plain(textOf("total", { order }, locale)), amounts[locale][0]);
    assert.equal(plain(textOf("shipping", { order }, locale)), amounts[locale][1]);
  }
  const yen = { currency: "JPY", summary: { total_cost: 5600 } };
  assert.equal(textOf("total", { order: yen }), "The total is ¥5,600.");
});

test("shipping for nothing is free, and shipping that the shop does not tell is not", () => {
  const free = { summary: { total_cost: 5, shipping_cost: 0 } };
  assert.equal(textOf("shipping", { order: free }), "Shipping was free.");
  assert.equal(textOf("shipping", { order: free }, "de"), "Der Versand war kostenlos.");
  assert.equal(told("shipping", { order: { summary: { total_cost: 5 } } }), null);
});

test("discounts are added up to the cent, whichever sign the shop wrote, and named", () => {
  const adjustments = [
    { name: "SAVE10", amount: -0.1 },
    { name: "Loyalty", amount: 0.2 },
  ];
  const off = { order: { ...order, adjustments } };
  assert.equal(textOf("discount", off), "The discount was €0.30 (SAVE10 and Loyalty).");
  assert.equal(told("discount", off)?.value, "0.3");
  assert.equal(textOf("discount", off, "zh"), "一共优惠了 €0.30（SAVE10和Loyalty）。");
  assert.equal(textOf("discount", { order }), "There was no discount.");
  assert.equal(told("discount", { order: { status: "Shipped" } }), null);
});

test("the things of an order are told with how many there are of each", () => {
  assert.equal(textOf("items", { order }), "It contains 1 × Oak lamp and 2 × Bulb.");
  assert.equal(textOf("quantity", { order }), "It contains 3 items: 1 × Oak lamp and 2 × Bulb.");
  assert.equal(told("quantity", { order })?.value, "3");
  assert.equal(textOf("items", { order }, "es"), "Contiene 1 × Oak lamp y 2 × Bulb.");
  const one = { elements: [element("Oak lamp", 1, 1200)] };
  assert.equal(textOf("quantity", { order: one }), "It contains 1 item: 1 × Oak lamp.");
  assert.equal(textOf("quantity", { order: one }, "de"), "Darin ist 1 Artikel: 1 × Oak lamp.");
  assert.equal(told("items", { order: { elements: [] } }), null);
});

test("of many things, the first six are told and how many more there are", () => {
  const letters = ["A", "B", "C", "D", "E", "F", "G", "H"];
  const many = { order: { elements: letters.map((title) => element(title, 1, 1)) } };
  assert.equal(
    textOf("items", many),
    "It contains 1 × A, 1 × B, 1 × C, 1 × D, 1 × E, 1 × F … and 2 more.",
  );
  assert.equal(
    textOf("items", many, "zh"),
    "里面有 1 × A，1 × B，1 × C，1 × D，1 × E，1 × F……还有 2 件。",
  );
});

test("a price is told of one thing, in its own currency where it has one", () => {
  const lamp = element("Oak lamp", 1, 1200);
  assert.equal(priceOf(lamp, order, "en").text, "1 × Oak lamp: €1,200.00.");
  assert.equal(priceOf({ ...lamp, currency: "USD" }, order, "zh").value, "US$1,200.00");
});

test("an address is told with who receives it, in the order of the language", () => {
  const address = {
    street_1: "Hauptstr. 5",
    city: "Bonn",
    postal_code: "53111",
    state: "",
    country: "DE",
  };
  const to = { order: { ...order, recipient_name: "Ana Li", address } };
  assert.equal(textOf("address", to), "It goes to Ana Li, Hauptstr. 5, Bonn, 53111, DE.");
  assert.equal(textOf("address", to, "zh"), "会送到：Ana Li，德国 Bonn Hauptstr. 5 53111。");
  assert.equal(told("address", { order }), null);
});

test("how it was paid is told to whom it may be, and what is unpaid is not called paid", () => {
  const unpaid = { order: { ...order, status: "未付款", payment_method: "Visa" } };
  assert.match(textOf("payment", unpaid) ?? "", /^It is not paid yet/);
  assert.equal(
    textOf("payment", { order: { ...order, payment_method: "Visa" } }, "es"),
    "Se pagó con Visa.",
  );
  assert.match(
    textOf("payment", { order, hidesPerson: true }) ?? "",
    /only to the person who ordered/,
  );
  assert.equal(
    textOf("payment", { order }, "de"),
    "Ich sehe keine offene Zahlung: Der Shop zeigt den Status „versandt“.",
  );
});

test("when it was ordered is told as the day of the reader, or as the month where only that may be", () => {
  const placed = { order: { timestamp: "1428444852" } };
  assert.equal(textOf("placed", placed, "de"), "Bestellt haben Sie am 07.04.2015.");
  const shanghai = { locale: "zh", today, timeZone: "Asia/Shanghai" } as const;
  assert.equal(
    factAnswers.placed({ titles: [], ...placed }, shanghai)?.text,
    "是 2015年4月8日 下单的。",
  );
  assert.equal(
    textOf("placed", { order: { placed_month: "2026-11" } }, "es"),
    "Lo pediste en noviembre de 2026.",
  );
  assert.equal(told("placed", { order: { status: "Shipped" } }), null);
});

const parcel = (package_status: string, exp_delivery = "") => ({
  pkg: { package_status, exp_delivery },
});

test("when it comes is told by its day: due, overdue, or not known yet", () => {
  assert.equal(textOf("expected", parcel("In transit", today)), "It should arrive today.");
  assert.equal(
    textOf("expected", parcel("In transit", "2026-12-03"), "de"),
    "Die Lieferung soll am 03.12.2026 ankommen.",
  );
  assert.equal(
    textOf("expected", parcel("In transit", "2026-11-27"), "es"),
    "Debería haber llegado ayer y todavía no ha llegado. Lo siento.",
  );
  assert.equal(
    textOf("expected", parcel("Shipped"), "zh-Hant"),
    "已經在路上了，物流業者還沒提供送達日期。",
  );
  assert.match(textOf("expected", parcel("Processing")) ?? "", /^It has not been sent yet/);
  assert.equal(told("expected", parcel("In transit", "2026-12-03"))?.value, "2026-12-03");
});

test("whether it came is answered with a no while it is coming, and with the day once it came", () => {
  assert.equal(
    textOf("delivered", parcel("In transit", "2026-11-29")),
    "No, it has not been delivered yet. It should arrive tomorrow.",
  );
  assert.equal(
    textOf("delivered", parcel("In transit", "2026-11-29"), "zh"),
    "还没有送达。预计明天送达。",
  );
  for (const fact of ["delivered", "expected"] as const) {
    assert.equal(textOf(fact, parcel("Delivered", "2026-11-27")), "It was delivered yesterday.");
    assert.match(
      textOf(fact, parcel("Delivered", "2026-12-01")) ?? "",
      /does not say on which day/,
    );
    assert.match(textOf(fact, parcel("Delivered")) ?? "", /does not say on which day/);
  }
});

test("of what is not coming, or of an unknown status, it is told where it is and no more", () => {
  const statuses = {
    "Ready for pickup": "is ready for pickup.",
    "Not delivered": "could not be delivered.",
    "Returned to sender": "went back to the shop.",
    "Delivered to carrier": "has the status “Delivered to carrier”.",
  };
  for (const [status, words] of Object.entries(statuses)) {
    for (const fact of ["delivered", "expected"] as const) {
      assert.equal(textOf(fact, parcel(status, "2026-11-20")), `Your order (Oak lamp) ${words}`);
    }
  }
  assert.equal(
    textOf("expected", { order: { status: "Cancelled" } }, "de"),
    "Ihre Bestellung (Oak lamp) wurde storniert.",
  );
  assert.equal(told("expected", {}), null);
});

test("the carrier, the number and the link are a package's, and missing ones are not made up", () => {
  const pkg = {
    package_status: "Shipped",
    carrier: "SEUR",
    tracking_number: "7712",
    tracking_url: "https://carrier.example/7712",
  };
  assert.equal(textOf("carrier", { pkg }, "es"), "Lo lleva SEUR.");
  assert.equal(textOf("tracking_number", { pkg }, "zh-Hant"), "追蹤編號是 7712。");
  assert.deepEqual(told("link", { pkg })?.link, { title: "Track package", url: pkg.tracking_url });
  const page = { order: { ...order, order_url: "https://shop.example/orders/1" } };
  assert.equal(told("link", page)?.link?.url, "https://shop.example/orders/1");
  assert.equal(textOf("tracking_number", { order }), "There is no tracking number yet.");
  assert.equal(textOf("carrier", parcel("Processing"), "zh"), "店铺没有告诉我是哪家快递。");
  assert.equal(told("link", parcel("Shipped"))?.link, undefined);
  assert.equal(told("carrier", {}), null);
});

test("what the goods cost is told without shipping, and what one piece did by itself", () => {
  const subtotal = { ...order, summary: { ...order.summary, subtotal: 1245 } };
  assert.equal(textOf("goods_total", { order: subtotal }), "The goods come to €1,245.00.");
  assert.equal(textOf("goods_total", { order }), "The goods come to €1,222.50.");
  const inTwo = [element("Lamp", 1, 10), { ...element("Bulb", 1, 5), currency: "USD" }];
  assert.equal(told("goods_total", { order: { currency: "EUR", elements: inTwo } }), null);
  assert.equal(
    textOf("each", { order }),
    "1 × Oak lamp: €1,200.00. 2 × Bulb: €22.50 (€11.25 each).",
  );
});

const scans = [
  { at: "1795600000", status_code: "in_transit", text: "Sorted", place: "Bonn" },
  { at: "1795500000", status_code: "picked_up" },
];

test("when it was sent is told by the carrier's first record, and by nothing else", () => {
  const sent = (pkg: Parameters<typeof parcel>[0], events?: typeof scans) =>
    textOf("dispatched", { pkg: { ...parcel(pkg).pkg, ...(events && { events }) } });
  assert.equal(sent("In transit", scans), "The carrier first recorded it on Nov 24, 2026.");
  assert.equal(sent("Delivered"), "It has been sent, but the shop does not say on which day.");
  assert.match(sent("Processing") ?? "", /not been sent yet, and the shop does not say when/);
  assert.equal(
    textOf("dispatched", { order: { status: "canceled" } }),
    "Your order (Oak lamp) was canceled.",
  );
});

test("who took it in is not known, but by what the carrier noted", () => {
  const there = parcel("Delivered", "2026-11-27").pkg;
  const signed = { at: "1795700000", status_code: "delivered", text: "Left with neighbor Roe" };
  assert.match(textOf("signed_by", { pkg: there }) ?? "", /delivered yesterday.*I cannot see/);
  assert.match(
    textOf("signed_by", { pkg: { ...there, events: [signed] } }) ?? "",
    /Last scan: Left with neighbor Roe/,
  );
  assert.match(textOf("signed_by", parcel("In transit", "2026-11-29")) ?? "", /^No, it has not/);
});

test("how long ago it was ordered and came is told in days, and what lay between", () => {
  const placed = { ...order, timestamp: "1795000000" };
  assert.equal(
    textOf("ago", { order: placed, pkg: parcel("Delivered", "2026-11-21").pkg }),
    "You ordered it on Nov 18, 2026 (10 days ago). It was delivered on Nov 21, 2026 (7 days ago). From order to delivery it took 3 days.",
  );
  assert.equal(
    textOf("ago", { order: placed, ...parcel("In transit", "2026-11-29") }, "zh"),
    "是 2026年11月18日 下单的（10 天前）。预计明天送达。",
  );
  assert.equal(textOf("ago", parcel("Delivered", "2026-11-27")), "It was delivered yesterday.");
});
