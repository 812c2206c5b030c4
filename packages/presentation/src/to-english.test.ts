import assert from "node:assert/strict";
import { test } from "node:test";
import { toEnglish } from "./to-english.ts";

test("what customers say is read in English, longest phrases first, and names stay", () => {
  assert.equal(toEnglish("¿Dónde está mi pedido AB-1042?", "es"), "¿where is my order AB-1042?");
  assert.equal(toEnglish("donde esta MI PAQUETE", "es"), "where is my package");
  assert.equal(toEnglish("Wo bleibt meine Bestellung?", "de"), "where is my order?");
});

test("words that nothing parts are read wherever they stand, and endings are left out", () => {
  assert.equal(toEnglish("注文はどこですか？MB-1042", "ja"), "where is my order ?MB-1042");
  assert.equal(toEnglish("ランプはいつ届きますか", "ja"), "ランプ when will it arrive");
});

test("emails, addresses and numbers are never read as words", () => {
  for (const text of ["mi@pedido.es", "https://shop.example/mi/pedido", "pedido-77", "paket_1"]) {
    for (const locale of ["es", "de"] as const) assert.equal(toEnglish(text, locale), text);
  }
});

test("a language that recognition is trained for is left as it is", () => {
  assert.equal(toEnglish("我的订单", "zh"), null);
  assert.equal(toEnglish("my order", "en"), null);
});

test("a long text of nothing but words is read in linear time", () => {
  const start = process.cpuUsage();
  toEnglish("mi pedido ".repeat(2_000), "es");
  toEnglish(`${"no ".repeat(5_000)}x`, "es");
  assert.ok(process.cpuUsage(start).user < 5_000_000); // microseconds of the processor's time
});
