import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "@meetbot/presentation";
import { readWords } from "../../../test/read-words.ts";

test("the menu that is previewed is the menu that customers see", async () => {
  for (const locale of ["en", "zh"] as const) {
    const { choiceOrders, choicePackages, choiceHelp, choicePerson } = languages[locale].dialog;
    assert.deepEqual((await readWords(locale, "settings")).offers, {
      orders: choiceOrders,
      packages: choicePackages,
      help: choiceHelp,
      person: choicePerson,
    });
  }
});
