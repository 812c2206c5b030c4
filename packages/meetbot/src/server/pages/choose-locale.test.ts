import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseLocale } from "./choose-locale.ts";

test("the first language that the window speaks is taken, in whatever form it is named", () => {
  assert.equal(chooseLocale(["zh-Hant-TW", "en"], ["en", "zh"]), "zh");
  assert.equal(chooseLocale([undefined, "", "de-DE", "EN_gb", "zh"], ["en", "zh"]), "en");
});

test("Chinese is told apart by its characters where the bot speaks both", () => {
  assert.equal(chooseLocale(["zh-TW"], ["en", "zh", "zh-Hant"]), "zh-Hant");
  assert.equal(chooseLocale(["zh-Hant-HK"], ["zh-Hant", "zh"]), "zh-Hant");
  assert.equal(chooseLocale(["zh-SG"], ["zh-Hant", "zh"]), "zh");
  assert.equal(chooseLocale(["zh-CN"], ["en", "zh-Hant"]), "zh-Hant");
});

test("a language that the bot does not speak is passed over", () => {
  assert.equal(chooseLocale(["zh-CN", "en"], ["en"]), "en");
  assert.equal(chooseLocale(["en"], ["zh"]), undefined);
});

test("where none is spoken, none is chosen", () => {
  assert.equal(chooseLocale(["de", "zhuang", "eng", "x-zh"], ["en", "zh"]), undefined);
});
