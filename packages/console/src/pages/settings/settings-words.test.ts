import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "@meetbot/presentation";
import { settingsWords } from "./settings-words.ts";

test("the menu that is previewed is the menu that customers see", () => {
  for (const locale of ["en", "zh"] as const) {
    const { choiceOrders, choicePackages, choiceHelp, choicePerson } = languages[locale].dialog;
    assert.deepEqual(settingsWords[locale].offers, {
      orders: choiceOrders,
      packages: choicePackages,
      help: choiceHelp,
      person: choicePerson,
    });
  }
});
