import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "./customer-locale.ts";
import { loadWindowLanguage } from "./load-window-language.ts";

type Words = { [key: string]: string | Words };

/** Every phrase of a language, by its path. */
function phrasesOf(words: object, path = ""): [path: string, phrase: string][] {
  return Object.entries(words as Words).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : phrasesOf(value, `${path}${key}.`),
  );
}

const placesIn = (phrase: string) => (phrase.match(/\{\w+\}/g) ?? []).sort();

test("every phrase is filled in at the same places in each language", () => {
  const english = Object.fromEntries(phrasesOf(languages.en));
  for (const [locale, language] of Object.entries(languages)) {
    for (const [path, phrase] of phrasesOf(language)) {
      if (path.includes("address")) continue;
      assert.deepEqual(placesIn(phrase), placesIn(english[path] ?? ""), `${locale} ${path}`);
    }
  }
});

test("Chinese phrases are Chinese, and English ones are not", () => {
  for (const [path, phrase] of phrasesOf(languages.en.dialog)) {
    assert.doesNotMatch(phrase, /\p{Script=Han}/u, path);
  }
  for (const [path, phrase] of phrasesOf(languages.zh.dialog)) {
    assert.match(phrase, /\p{Script=Han}/u, path);
  }
});

test("a language is called as the registry calls it, and a window loads its words", async () => {
  for (const [locale, language] of Object.entries(languages)) {
    assert.equal(language.cards.locale, locale);
    assert.equal(Intl.getCanonicalLocales(language.cards.tag)[0], language.cards.tag);
    assert.equal(await loadWindowLanguage(locale as keyof typeof languages), language.window);
  }
});
