import assert from "node:assert/strict";
import { test } from "node:test";
import { InvalidSettingError } from "./invalid-setting-error.ts";
import { limits } from "./limits.ts";
import { readHolidays } from "./read-holidays.ts";

test("holidays are written in the order of the calendar, each once", () => {
  assert.deepEqual(
    readHolidays([
      " 2027-01-01  New Year ",
      "2026-12-25 Christmas",
      "2026-12-27..2026-12-31",
      "2026-12-25 Christmas",
      "2026-05-01..2026-05-01 Tag der Arbeit",
      "2026-02-16..2026-02-22 春节",
    ]),
    [
      "2026-02-16..2026-02-22 春节",
      "2026-05-01 Tag der Arbeit",
      "2026-12-25 Christmas",
      "2026-12-27..2026-12-31",
      "2027-01-01 New Year",
    ],
  );
});

test("days that no calendar has, and ranges that end before they begin, are refused with what to write", () => {
  assert.deepEqual(readHolidays(["", " "]), []);
  for (const written of [
    "Christmas",
    "25.12.2026",
    "2026-02-30",
    "2026-13-01",
    "2026-12-31..2026-12-27",
    "2026-12-25..",
    "2026-01-01..2028-01-01",
    "2026-12-25 a, b",
    `2026-12-25 ${"x".repeat(limits.nameLength + 1)}`,
  ]) {
    const isRefused = (error: unknown) =>
      error instanceof InvalidSettingError && error.message.includes("2026-12-25 Christmas");
    assert.throws(() => readHolidays([written]), isRefused, written);
  }
});

test("there is an end to them", () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, nth) =>
      new Date(nth * 86_400_000).toISOString().slice(0, 10),
    );
  assert.equal(readHolidays(days(limits.holidays)).length, limits.holidays);
  assert.throws(() => readHolidays(days(limits.holidays + 1)), InvalidSettingError);
});
