import assert from "node:assert/strict";
import { test } from "node:test";
import { InvalidSettingError } from "./invalid-setting-error.ts";
import { readOrderNumberFormat, writeOrderNumberFormat } from "./order-number-format.ts";

test("a format is written as it was read", () => {
  for (const written of [
    "SO-[digits 6-8]",
    "[digits 10]",
    "#[digits 4-6]",
    "A[letters and digits 8] case-sensitive",
  ]) {
    const format = readOrderNumberFormat(written);
    assert.equal(writeOrderNumberFormat(format), written);
  }
});

test("what is no format, or would take any word for a number, is refused with what to write", () => {
  for (const written of [
    "",
    "SO-123456",
    "SO-\\d{6}",
    "SO-[digits]",
    "SO-[digits 8-6]",
    "SO-[digits 0]",
    "SO-[digits 6-99]",
    "SO (x)[digits 6]",
    "[digits 3]",
    "[letters and digits 4]",
    "A[digits 1]",
    "中[digits 6]",
  ]) {
    assert.throws(
      () => readOrderNumberFormat(written),
      (error) => error instanceof InvalidSettingError && /\[digits 6|has \d/.test(error.message),
      written,
    );
  }
});
