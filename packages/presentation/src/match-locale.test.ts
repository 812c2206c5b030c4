import assert from "node:assert/strict";
import { test } from "node:test";
import { matchLocale } from "./match-locale.ts";

const offered = ["en", "es", "zh", "zh-Hant"] as const;

test("a wish means the language of its name with its letters", () => {
  const wishes = { "zh-TW": "zh-Hant", zh_CN: "zh", ZH: "zh", "zh-Hant": "zh-Hant", "en-GB": "en" };
  for (const [wish, meant] of Object.entries(wishes)) {
    assert.equal(matchLocale(wish, offered), meant, wish);
  }
});

test("where only one language has the name, its letters do not matter", () => {
  assert.equal(matchLocale("zh-Hant", ["en", "zh"]), "zh");
});

test("nothing is meant where nothing has the name, or the wish is no tag", () => {
  for (const wish of ["fr", "", "-", "zhx", "not a tag"]) {
    assert.equal(matchLocale(wish, offered), undefined, wish);
  }
});
