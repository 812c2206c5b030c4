import assert from "node:assert/strict";
import { test } from "node:test";
import { outcomeTimes } from "../../../../../meetbot/src/model/log/outcome-times.ts";
import { overviewWords } from "./overview-words.ts";

test("beside the figures stand the times by which they are counted, in both languages", () => {
  for (const { figures } of [overviewWords.en, overviewWords.zh]) {
    assert.match(figures.selfServedText, new RegExp(`\\b${outcomeTimes.askedAgainWithinMinutes} `));
    const left = figures.leftAfterRefusalText("1", "2");
    assert.match(left, new RegExp(`\\b${outcomeTimes.leftAfterMinutes} `));
  }
});
