import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { outcomeTimes } from "@meetbot/model/log/outcome-times.ts";
import { readWords } from "../../../../test/read-words.ts";
import { locales } from "../../../words/locale.ts";

test("the times by which figures are counted stand beside them, in every language, and in the guide", async () => {
  for (const locale of locales) {
    const { figures } = (await readWords(locale, "overview")).main;
    assert.match(figures.selfServedText, new RegExp(`\\b${outcomeTimes.askedAgainWithinMinutes} `));
    const left = figures.leftAfterRefusalText({ count: "1", all: "2" });
    assert.match(left, new RegExp(`\\b${outcomeTimes.leftAfterMinutes} `));
  }
  const guide = readFileSync(new URL("../../../../../../docs/logs.md", import.meta.url));
  const [, figures] = /## What the overview counts([\s\S]+?)\n## /.exec(String(guide)) ?? [];
  assert(figures);
  assert(figures.includes(`within ${outcomeTimes.askedAgainWithinMinutes} minutes`));
  assert(figures.includes(`for ${outcomeTimes.leftAfterMinutes} minutes`));
});
