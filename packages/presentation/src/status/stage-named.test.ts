import assert from "node:assert/strict";
import { test } from "node:test";
import { customerLocales, languages } from "../languages/customer-locale.ts";
import { stageNamed } from "./stage-named.ts";
import type { Stage } from "./stages.ts";

test("a status within a question is found, the longest name first, as it was written", () => {
  assert.deepEqual(stageNamed("What does Out for delivery mean?", "en"), {
    stage: "out_for_delivery",
    status: "Out for delivery",
  });
  assert.equal(stageNamed("what does “not delivered” mean", "en")?.stage, "not_delivered");
  assert.equal(stageNamed("what is awaiting pickup?", "en")?.stage, "awaiting_pickup");
  assert.deepEqual(stageNamed("待出库是什么意思", "zh"), { stage: "processing", status: "待出库" });
});

test("what names no stage, or says more than a word, has none", () => {
  assert.equal(stageNamed("what does that mean?", "en"), undefined);
  assert.equal(stageNamed("什么意思", "zh"), undefined);
  assert.equal(stageNamed(`shipped ${"and so on ".repeat(20)}`, "en"), undefined);
});

test("each stage is found by what the cards call it, and has a meaning, in every language", () => {
  for (const locale of customerLocales) {
    const { cards, meanings } = languages[locale];
    for (const [stage, called] of Object.entries(cards.stages)) {
      const found = stageNamed(called, locale)?.stage;
      assert.equal(found && cards.stages[found], called, `${locale}: ${called}`);
      assert.ok(meanings[stage as Stage].length > 5, `${locale}: ${stage}`);
    }
  }
});
