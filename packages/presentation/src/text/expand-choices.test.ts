import assert from "node:assert/strict";
import { test } from "node:test";
import { expandChoices } from "./expand-choices.ts";

test("a phrase says each of its choices, and one may be left out", () => {
  assert.deepEqual(expandChoices("wo ist es"), ["wo ist es"]);
  assert.deepEqual(expandChoices("[wo|wann] ist [das|es]"), [
    "wo ist das",
    "wo ist es",
    "wann ist das",
    "wann ist es",
  ]);
  assert.deepEqual(expandChoices("ist es [schon|] da"), ["ist es schon da", "ist es da"]);
  assert.ok(expandChoices("ja [bitte|] [alle|] da").includes("ja da"));
});
