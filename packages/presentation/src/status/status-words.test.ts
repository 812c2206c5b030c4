import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { deliveryWords, packageLines } from "../lines/package-lines.ts";
import { readerOf } from "./reader-of.ts";
import { stageOf } from "./stage-of.ts";
import { stages } from "./stages.ts";
import { caseDay, caseToday, daysTold, statusCases } from "./status-cases.fixture.ts";
import { statusWords } from "./status-words.ts";

const readers = { en: readerOf("en"), zh: readerOf("zh") };

for (const locale of ["en", "zh"] as const) {
  test(`each status is told as what it surely is, and no other: ${locale}`, () => {
    const reader = readerOf(locale, { today: caseToday });
    for (const { status, told, day } of statusCases) {
      const [head = "", when] = packageLines(
        { package_number: "1", package_status: status, exp_delivery: caseDay },
        reader,
      );
      assert.equal(head.split(" · ")[1]?.toLowerCase(), told[locale].toLowerCase(), status);
      assert.equal(when, daysTold[locale][day], status);
    }
  });
}

test("statuses in other languages are known where nothing else can be meant", () => {
  const told = {
    Entregado: ["delivered", "zugestellt", "已送達"],
    "No entregado": ["not delivered", "nicht zugestellt", "未送達"],
    "En tránsito": ["on its way", "unterwegs", "運送中"],
    Zugestellt: ["delivered", "Zugestellt", "已送達"],
    "Nicht zugestellt": ["not delivered", "Nicht zugestellt", "未送達"],
    已簽收: ["delivered", "zugestellt", "已簽收"],
    未簽收: ["not delivered", "nicht zugestellt", "未簽收"],
    已签收: ["delivered", "zugestellt", "已送達"],
    Livrée: ["delivered", "zugestellt", "已送達"],
    "Objeto entregue ao destinatário": ["delivered", "zugestellt", "已送達"],
    お届け済み: ["delivered", "zugestellt", "已送達"],
    配達中: ["out for delivery", "in Zustellung", "派送中"],
  };
  const reading = (["en", "de", "zh-Hant"] as const).map((locale) => readerOf(locale));
  for (const [status, words] of Object.entries(told)) {
    assert.deepEqual(
      reading.map((reader) => statusWords(status, "package", reader)),
      words,
      status,
    );
  }
});

test("no denial, plan or part of a delivery is one, in whatever language", () => {
  const statuses = [
    ...["no entregado", "aún no entregado", "casi entregado", "entregado al transportista"],
    ...["entregado parcialmente", "será entregado", "¿entregado?", "entrega prevista"],
    ...["nicht zugestellt", "noch nicht zugestellt", "teilweise geliefert", "wird zugestellt"],
    ...[
      "an den Paketdienst geliefert",
      "geliefert?",
      "nicht geliefert",
      "kann nicht zugestellt werden",
    ],
    ...["未送達", "尚未送達", "部分送達", "預計送達", "未簽收", "等待簽收"],
  ];
  for (const status of statuses) {
    for (const item of ["order", "package"] as const) {
      const stage = stageOf(status, item)?.stage;
      const told = stage ?? "not_delivered";
      assert.ok(["not_delivered", "partially_shipped"].includes(told), `${status}: ${stage}`);
    }
  }
});

test("a day to come is expected of what is on its way, and of what nobody understands", () => {
  const reader = readerOf("en", { today: "2026-12-01" });
  const day = (package_status: string) =>
    deliveryWords({ package_status, exp_delivery: caseDay }, reader);
  assert.equal(day("In transit"), "Expected Dec 3, 2026");
  assert.equal(day("Held at customs"), "Expected Dec 3, 2026");
  assert.equal(day("Delivered"), "Delivered Dec 3, 2026");
  assert.equal(day("Not delivered"), "Delivery date Dec 3, 2026");
  assert.equal(day("Returned to sender"), "Delivery date Dec 3, 2026");
});

test("where today is not known, only what is surely on its way is expected", () => {
  const day = (package_status: string) =>
    deliveryWords({ package_status, exp_delivery: caseDay }, readers.en);
  assert.equal(day("In transit"), "Expected Dec 3, 2026");
  assert.equal(day("Held at customs"), "Delivery date Dec 3, 2026");
});

test("a word that stands among others is no stage, whatever the others are", () => {
  const around = fc
    .string({ unit: "grapheme", minLength: 1 })
    .filter(
      (text) =>
        /[\p{L}\p{N}?]/u.test(text) && !/^\P{L}*(已|卖家|package|order)\P{L}*$/iu.test(text),
    );
  const words = fc.constantFrom("delivered", "签收", "已送达", "shipped", "已发货", "confirmed");
  fc.assert(
    fc.property(around, words, fc.boolean(), (text, word, isBefore) => {
      const status = isBefore ? `${text} ${word}` : `${word} ${text}`;
      assert.equal(stageOf(status, "order"), undefined);
      assert.equal(stageOf(status, "package"), undefined);
      assert.equal(statusWords(status, "package", readers.zh), status);
    }),
  );
});

test("no denial, failure, plan or part of a stage has the stage's step", () => {
  const delivered = ["delivered", "签收", "已签收", "妥投", "已送达"];
  const denials = [
    "not",
    "un",
    "never",
    "to be",
    "cannot be",
    "partly",
    "being",
    "未",
    "没",
    "待",
    "等待",
    "部分",
    "预计",
    "拒绝",
  ];
  const failures = [
    "failed",
    "attempted",
    "to carrier",
    "tomorrow",
    "?",
    "失败",
    "异常",
    "中",
    "(1/2)",
  ];
  for (const word of delivered) {
    for (const status of [
      ...denials.flatMap((one) => [`${one} ${word}`, `${one}${word}`]),
      ...failures.flatMap((one) => [`${word} ${one}`, `${word}${one}`]),
    ]) {
      for (const item of ["order", "package"] as const) {
        const stage = stageOf(status, item)?.stage;
        assert.ok(!stage || !stages[stage].step, status);
        assert.ok(!stage || !stages[stage].masked, status);
      }
    }
  }
});

test("an order's status is told in the reader's language, and the shop's own words stay in theirs", () => {
  const { en, zh } = readers;
  assert.equal(statusWords(" Unpaid ", "order", en), "awaiting payment");
  assert.equal(statusWords("on_file", "order", en), "on file");
  assert.equal(statusWords("cancelled", "order", zh), "已取消");
  assert.equal(statusWords("Shipped", "order", zh), "已发货");
  assert.equal(statusWords("待收货", "order", en), "shipped");
  assert.equal(statusWords("待收货", "order", zh), "待收货");
  assert.equal(statusWords("Ready to ship", "order", en), "Ready to ship");
  assert.equal(statusWords("READY_TO_SHIP", "order", en), "being prepared");
  assert.equal(statusWords("Waiting for the tailor", "order", zh), "Waiting for the tailor");
  assert.equal(statusWords("constructor", "order", en), "constructor");
});

test("a package's step is known, however the shop writes it", () => {
  const steps = {
    Confirmed: "ordered",
    已下单: "ordered",
    pending: "ordered",
    "label-created": "ordered",
    "Carrier picked up": "picked_up",
    已揽收: "picked_up",
    IN_TRANSIT: "on_its_way",
    "Delivery in progress": "on_its_way",
    运输中: "on_its_way",
    OutForDelivery: "out_for_delivery",
    派送中: "out_for_delivery",
    "Ready for pickup": "pickup",
    Delivered: "delivered",
    "Delivered.": "delivered",
    已签收: "delivered",
  };
  for (const [status, step] of Object.entries(steps)) {
    const stage = stageOf(status, "package")?.stage;
    assert.equal(stage && stages[stage].step, step, status);
  }
});
