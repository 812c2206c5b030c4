import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { outcomeTimes } from "../../../../../meetbot/src/model/log/outcome-times.ts";
import { overviewWords } from "./overview-words.ts";

test("the times by which figures are counted stand beside them, in both languages, and in the guide", () => {
  for (const { figures } of [overviewWords.en, overviewWords.zh]) {
    assert.match(figures.selfServedText, new RegExp(`\\b${outcomeTimes.askedAgainWithinMinutes} `));
    const left = figures.leftAfterRefusalText("1", "2");
    assert.match(left, new RegExp(`\\b${outcomeTimes.leftAfterMinutes} `));
  }
  const guide = readFileSync(new URL("../../../../../../docs/logs.md", import.meta.url));
  const [, figures] = /## What the overview counts([\s\S]+?)\n## /.exec(String(guide)) ?? [];
  assert(figures);
  assert(figures.includes(`within ${outcomeTimes.askedAgainWithinMinutes} minutes`));
  assert(figures.includes(`for ${outcomeTimes.leftAfterMinutes} minutes`));
});
