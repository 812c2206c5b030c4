import assert from "node:assert/strict";
import { test } from "node:test";
import { type Order, orderStatusCodes, type Package, packageStatusCodes } from "@meetbot/protocol";
import {
  amountLines,
  type CustomerLocale,
  customerLocales,
  deliveryDay,
  factAnswers,
  fill,
  type Known,
  orderLines,
  orderWords,
  packageLines,
  packageWords,
  readerOf,
  refundsTold,
  statusTone,
  whereSentence,
} from "./index.ts";

const context = { timeZone: "UTC", today: "2026-11-30" };
const reader = (locale: CustomerLocale) => readerOf(locale, context);
const telling = (locale: CustomerLocale) => ({ locale, ...context });
const moment = String(Date.parse("2026-11-29T14:05:00Z") / 1000);

const order: Partial<Order> = {
  order_number: "A100",
  status: "In Bearbeitung",
  currency: "EUR",
  summary: { subtotal: 50, shipping_cost: 5, total_tax: 9.58, tax_included: true, total_cost: 60 },
  fees: [{ name: "Nachnahme", amount: 5 }],
  refunds: [{ amount: 20, at: moment, status: "refunded" }],
  elements: [
    { title: "Shirt", quantity: 2, price: 40 },
    { title: "Voucher", quantity: 1, price: 10, kind: "gift_card" },
  ],
};

test("a code is told in each language, whatever the words say, and colors the card", () => {
  const said = { status: "Delivered", status_code: "canceled" } as const;
  const told = customerLocales.map((locale) => orderWords(said, reader(locale)));
  assert.equal(new Set(told).size, 6);
  assert.ok(told.includes("canceled") && told.includes("已取消"));
  assert.equal(statusTone({ status: "Delivered", status_code: "unpaid" }, reader("en")), "wait");
});

test("a code that stands where the words belong is told in words, in every language", () => {
  for (const locale of customerLocales) {
    const told = [
      ...packageStatusCodes.map((code) => packageWords({ package_status: code }, reader(locale))),
      ...orderStatusCodes.map((code) => orderWords({ status: code }, reader(locale))),
    ];
    assert.deepEqual(
      told.filter((words) => words === "" || words.includes("_")),
      [],
      locale,
    );
  }
  const zh = packageStatusCodes.map((code) => packageWords({ package_status: code }, reader("zh")));
  assert.doesNotMatch(zh.join(), /[a-z]/i);
  assert.equal(packageWords({ package_status: "constructor" }, reader("zh")), "constructor");
});

test("the shop's own words are kept beside a code where they say more, and alone where they name it", () => {
  const en = reader("en");
  const words = (package_status: string, package_status_code: Package["package_status_code"]) =>
    packageWords({ package_status, ...(package_status_code && { package_status_code }) }, en);
  assert.equal(words("Waiting for papers", "customs"), "in customs · Waiting for papers");
  assert.equal(words("In customs until Friday", "customs"), "In customs until Friday");
  assert.equal(words("Handed over", "delivered"), "delivered · Handed over");
  assert.equal(words("customs", "customs"), "in customs");
  assert.equal(words("ATTEMPT_FAILED", "attempt_failed"), "delivery failed");
  assert.equal(words("Out of our hands", undefined), "Out of our hands");
});

test("fees are added, included tax stands below the total, and refunds after it", () => {
  assert.deepEqual(amountLines(order, reader("de")), [
    ["Zwischensumme", "50,00\u00a0€"],
    ["Nachnahme", "5,00\u00a0€"],
    ["Versand", "5,00\u00a0€"],
    ["Gesamtsumme", "60,00\u00a0€", true],
    ["enthaltene Steuern", "9,58\u00a0€"],
    ["Erstattung · 29.11.2026", "−20,00\u00a0€"],
  ]);
});

test("a negative discount is a surcharge if, and only if, the sum fits that way", () => {
  const priced = (total_cost: number) => ({
    currency: "USD",
    summary: { subtotal: 50, total_cost },
    adjustments: [{ name: "Cash on delivery", amount: -5 }],
  });
  const amountOf = (total: number) => amountLines(priced(total), reader("en"))[1]?.[1];
  assert.equal(amountOf(55), "$5.00");
  assert.equal(amountOf(45), "−$5.00");
  assert.equal(amountOf(50), "−$5.00");
});

test("a card names what no carrier brings", () => {
  assert.ok(orderLines(order, reader("zh")).some((line) => line.includes("Voucher (礼品卡)")));
});

const parcel: Partial<Package> = {
  package_number: "P1",
  package_status: "On its way",
  exp_delivery_from: "2026-12-01",
  exp_delivery_to: "2026-12-03",
  events: [
    { at: moment, place: "Chicago", code: "in_transit" },
    { at: "1", text: "Accepted" },
  ],
  elements: [{ title: "Shirt", quantity: 2 }],
};

test("a package's card tells its goods, its days as one span, and its last events", () => {
  const lines = packageLines(parcel, reader("en"));
  assert.ok(lines.includes("2 × Shirt"));
  assert.ok(
    lines.some((line) => /^Expected Dec 1\s*–\s*3, 2026$/u.test(line)),
    lines.join(),
  );
  assert.ok(
    lines.some((line) => line.endsWith(" · Chicago · on its way")),
    lines.join(),
  );
  assert.equal(lines.filter((line) => line.includes("Accepted")).length, 1);
});

test("the days between which it comes are named as people name them", () => {
  const sentences = {
    en: "Your package is in transit and should arrive between Tuesday and Thursday.",
    zh: "您的包裹正在运输途中，预计星期二至星期四送达。",
    "zh-Hant": "您的包裹正在運送途中，預計星期二至星期四送達。",
    es: "Tu paquete está en tránsito y debería llegar entre el martes y el jueves.",
    ja: "お荷物は輸送中です。火曜日から木曜日の間にお届けの予定です。",
    "pt-BR": "Seu pacote está em trânsito e deve chegar entre terça-feira e quinta-feira.",
    fr: "Votre colis est en cours d’acheminement et devrait arriver entre mardi et jeudi.",
    de: "Ihr Paket ist unterwegs und soll zwischen Dienstag und Donnerstag ankommen.",
  };
  for (const locale of customerLocales) {
    const { events: _, ...pkg } = parcel;
    const said = whereSentence({ titles: [], pkg }, telling(locale));
    assert.equal(said, sentences[locale]);
  }
  const far = {
    package_status: "On its way",
    exp_delivery_from: "2026-12-20",
    exp_delivery_to: "2026-12-23",
  };
  const told = factAnswers.expected({ titles: [], pkg: far }, telling("en"));
  assert.equal(told?.text, "It should arrive between Dec 20, 2026 and Dec 23, 2026.");
  assert.equal(told?.value, "2026-12-20/2026-12-23");
});

test("it is late after the last of its days, and not before", () => {
  const pkg = { ...parcel, exp_delivery_from: "2026-11-20", exp_delivery_to: "2026-11-30" };
  const [words] = deliveryDay(pkg, reader("en"));
  assert.equal(fill(words, { date: "" }).trim(), "Expected");
  const late = { ...pkg, exp_delivery_to: "2026-11-29" };
  assert.match(whereSentence({ titles: [], pkg: late }, telling("en")), /is late/);
});

test("what waits to be fetched is not expected any more", () => {
  const pkg = {
    ...parcel,
    package_status_code: "ready_for_pickup",
    exp_delivery: "2026-12-09",
  } as const;
  assert.deepEqual(deliveryDay(pkg, reader("en")), ["", ""]);
});

test("where it was last is said behind where it is, on the way alone", () => {
  const said = (pkg: Partial<Package>) => whereSentence({ titles: [], pkg }, telling("en"));
  assert.ok(said(parcel).endsWith(" Last scan: Chicago · on its way (yesterday)."));
  assert.doesNotMatch(said({ ...parcel, package_status_code: "delivered" }), /Last scan/);
});

test("where to fetch it is said until it is fetched", () => {
  const pkg: Partial<Package> = {
    package_status: "Ready",
    package_status_code: "ready_for_pickup",
    pickup: { name: "Corner shop", address: "1 Main St", hours: "9–18", until: "2026-12-09" },
  };
  assert.equal(
    whereSentence({ titles: [], pkg }, telling("en")),
    "Your package is ready for pickup. You can pick it up at Corner shop, 1 Main St until Dec 9, 2026. Opening hours: 9–18.",
  );
  const onItsWay = { ...pkg, package_status_code: "in_transit" } as const;
  assert.doesNotMatch(whereSentence({ titles: [], pkg: onItsWay }, telling("en")), /Corner/);
  const lines = packageLines({ ...pkg, package_status_code: "delivered" }, reader("en"));
  assert.doesNotMatch(lines.join(), /Corner/);
});

test("the total is told with the tax in it and the fees", () => {
  const known: Known = { titles: [], order };
  const told = factAnswers.total(known, telling("en"));
  assert.equal(
    told?.text,
    "The total is €60.00, including €9.58 tax. That includes €5.00 in fees (Nachnahme).",
  );
  assert.equal(told?.value, "€60.00");
});

test("what goes back is told as far as the shop says", () => {
  const refunds: Order["refunds"] = [
    { amount: 20, at: moment, status: "refunded" },
    { amount: 1, status: "pending" },
    { amount: 2, status: "failed" },
    { amount: 3 },
  ];
  for (const locale of customerLocales) {
    const said = refundsTold({ currency: "USD", refunds }, telling(locale));
    assert.equal(new Set(said).size, 4, locale);
  }
  const [first] = refundsTold({ currency: "USD", refunds }, telling("en"));
  assert.equal(first, "$20.00 was refunded yesterday.");
});
