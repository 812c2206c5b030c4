import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { rules } from "./rules.ts";
import { renderRulesPage } from "./rules-page.fixture.ts";

const pages = { en: "docs/conformance.md", zh: "docs/zh/conformance.md" } as const;

test("every rule has a title, a reason and a remedy in both languages", () => {
  for (const { id, words } of rules) {
    for (const text of Object.values(words.en)) {
      assert.match(text, /\S/, id);
      assert.doesNotMatch(text, /\p{Script=Han}/u, id);
    }
    for (const text of Object.values(words.zh)) assert.match(text, /\p{Script=Han}/u, id);
    for (const locale of ["en", "zh"] as const) {
      assert.doesNotMatch(words[locale].title, /[.。]$/, `${id}: a title is no sentence`);
      assert.match(words[locale].why, /[.。]$/, id);
      assert.match(words[locale].fix, /[.。]$/, id);
    }
  }
});

test("no two rules say the same", () => {
  for (const locale of ["en", "zh"] as const) {
    assert.equal(new Set(rules.map(({ words }) => words[locale].title)).size, rules.length);
  }
});

// UPDATE_DOCS=1 writes the pages.
for (const locale of ["en", "zh"] as const) {
  test(`${pages[locale]} lists the rules as they are`, () => {
    const page = fileURLToPath(new URL(`../../../../${pages[locale]}`, import.meta.url));
    const rendered = renderRulesPage(locale);
    if (process.env.UPDATE_DOCS) writeFileSync(page, rendered);
    assert.equal(readFileSync(page, "utf8"), rendered);
  });
}
