import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { recognize } from "../recognize.ts";
import { isUnderstood } from "./is-understood.fixture.ts";
import { renderPage } from "./languages-page.fixture.ts";
import { rowsOf, type Spoken, sayings } from "./sayings.fixture.ts";

for (const language of Object.keys(sayings) as Spoken[]) {
  test(`each sentence of the table is understood in its language: ${language}`, () => {
    const missed = rowsOf(language).flatMap(({ part, key, said }) =>
      said.filter((sentence) => {
        const read = recognize(sentence, { fallbackLocale: language });
        return read.locale !== language || !isUnderstood(part, key, read);
      }),
    );
    assert.deepEqual(missed, []);
  });

  test(`no sentence of the table stands in it twice: ${language}`, () => {
    const all = rowsOf(language).flatMap(({ said }) => said.map((one) => one.toLowerCase()));
    assert.deepEqual(
      all.filter((one, index) => all.indexOf(one) !== index),
      [],
    );
  });
}

// UPDATE_DOCS=1 writes the pages.
for (const [locale, name] of [
  ["en", "languages.md"],
  ["zh", "zh/languages.md"],
] as const) {
  test(`docs/${name} lists the sentences of the table`, () => {
    const page = new URL(`../../../../../docs/${name}`, import.meta.url);
    const rendered = renderPage(locale);
    if (process.env.UPDATE_DOCS) writeFileSync(page, rendered);
    assert.equal(readFileSync(page, "utf8"), rendered);
  });
}
