import assert from "node:assert/strict";
import { it } from "node:test";
import { dayAfter, formatDate, isCalendarDate } from "./calendar-date.ts";

it("counts days over the ends of months and years", () => {
  assert.equal(dayAfter("2026-12-30", 3), "2027-01-02");
  assert.equal(dayAfter("2028-03-01", -1), "2028-02-29");
});

it("takes only days that exist", () => {
  assert.equal(isCalendarDate("2028-02-29"), true);
  for (const text of ["2026-02-29", "2026-13-01", "2026-1-1", "today", ""]) {
    assert.equal(isCalendarDate(text), false, text);
  }
});

it("shows the day of a time in UTC, wherever the shop runs", () => {
  const lastSecond = Date.parse("2026-10-22T23:59:59Z") / 1000;
  assert.equal(formatDate(String(lastSecond)), "Oct 22, 2026");
  assert.equal(formatDate(String(lastSecond + 1)), "Oct 23, 2026");
});
