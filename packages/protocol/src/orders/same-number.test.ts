import assert from "node:assert/strict";
import { test } from "node:test";
import { comparableNumber, sameNumber } from "./same-number.ts";

test("letter case, #, spaces, dashes and full width make no other number", () => {
  for (const spelling of ["mb-7q2k", "#MB7Q2K", "MB 7Q2K", "ＭＢ７Ｑ２Ｋ"]) {
    assert.equal(comparableNumber(spelling), "MB7Q2K");
    assert(sameNumber(spelling, "MB7Q2K"), spelling);
  }
});

test("another number is another, and nothing is the same as nothing", () => {
  assert(!sameNumber("MB7Q2K1", "MB7Q2K"));
  assert(!sameNumber("01042", "1042"));
  assert(!sameNumber(undefined, "1042"));
  assert(!sameNumber("····", "····"));
  assert(!sameNumber("", ""));
});
