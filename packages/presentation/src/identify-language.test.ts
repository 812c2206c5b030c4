import assert from "node:assert/strict";
import { test } from "node:test";
import { identifyLanguage } from "./identify-language.ts";
import type { CustomerLocale } from "./languages/customer-locale.ts";

const identify = (text: string, before: CustomerLocale = "en") =>
  identifyLanguage(text.toLowerCase(), { before, written: text });

const written: [CustomerLocale, string[]][] = [
  [
    "en",
    ["Where is my order?", "my friend Müller ordered", "is it in Casa de la Sal", "no thanks"],
  ],
  ["zh", ["我的订单到哪了", "快递呢", "谢谢", "我的order"]],
  ["zh-Hant", ["我的訂單到哪裡了", "謝謝", "包裹還沒到嗎"]],
  ["es", ["¿Dónde está mi pedido?", "donde esta mi paquete", "hola", "quiero hablar con alguien"]],
  ["ja", ["注文はどこですか？", "荷物まだ？", "こんにちは", "担当者と話したい", "我の注文はまだ"]],
  ["pt-BR", ["Cadê meu pedido?", "onde esta meu pacote", "oi", "quero falar com alguém"]],
  ["fr", ["Où est ma commande ?", "ou est mon colis", "bonjour", "je veux parler à quelqu’un"]],
  ["de", ["Wo ist mein Paket?", "Hallo", "Ich habe nichts erhalten", "meine Bestellungen"]],
];
for (const [locale, texts] of written) {
  for (const text of texts) {
    test(`${text} is ${locale}, whatever was spoken before`, () => {
      for (const before of ["en", "es", "de", "fr", "pt-BR", "ja"] as const) {
        assert.deepEqual(identify(text, before), { locale, isOther: false });
      }
    });
  }
}

test("what is written alike in several languages stays in the one spoken before", () => {
  for (const before of ["es", "de"] as const) {
    for (const text of ["ok", "", "👍", "DHL"]) {
      const { locale, isOther } = identify(text, before);
      assert.ok(locale === null || locale === before, text);
      assert.equal(isOther, false);
    }
  }
  assert.equal(identify("我的包裹", "zh-Hant").locale, "zh-Hant");
  assert.equal(identify("我的包裹", "zh").locale, "zh");
  assert.equal(identify("我的包裹", "es").locale, "zh");
});

test("words that are alike in two languages end neither, and a letter is in none", () => {
  assert.notEqual(identify("que dia", "es").locale, "pt-BR");
  assert.notEqual(identify("que día", "pt-BR").locale, "es");
  assert.notEqual(identify("was kosten die socken einzeln", "de").locale, "en");
  assert.deepEqual(identify("e", "pt-BR"), { locale: null, isOther: false });
});

test("what stands in Chinese characters alone is Japanese only where that was spoken, and says nothing Chinese", () => {
  for (const text of ["注文番号", "返品", "配送状況"])
    assert.equal(identify(text, "ja").locale, "ja", text);
  assert.equal(identify("注文番号", "zh").locale, "zh");
  assert.notEqual(identify("返品", "en").locale, "ja");
  for (const text of ["我的订单", "謝謝", "快递呢", "我の快递"]) {
    assert.match(identify(text, "ja").locale ?? "", /^zh/, text);
  }
});

test("a language without words here is known to be one", () => {
  const texts = [
    ...["Dove è il mio ordine?"],
    ...["Waar is mijn bestelling?", "Gdzie jest moja paczka", "siparişim nerede"],
    ...["내 주문은 어디에 있나요", "где мой заказ", "أين طلبي"],
  ];
  for (const text of texts) assert.deepEqual(identify(text), { locale: null, isOther: true }, text);
});
