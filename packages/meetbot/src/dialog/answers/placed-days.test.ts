import assert from "node:assert/strict";
import { test } from "node:test";
import type { PlacedSpan } from "@meetbot/model/conversation/recognition.ts";
import { daysOf, describeDays, monthLies } from "./placed-days.ts";

/** A Wednesday. */
const today = "2026-12-02";

test("a span is days on the calendar, by today's date", () => {
  const read = (span: PlacedSpan) => {
    const { first, last } = daysOf(span, today);
    return `${first ?? ""}..${last ?? ""}`;
  };
  const cases: readonly (readonly [PlacedSpan, string])[] = [
    [{ from: { month: 10 } }, "2026-10-01.."],
    [{ before: { month: 11 } }, "..2026-10-31"],
    [{ after: { month: 11, day: 20 } }, "2026-11-21.."],
    [{ after: { month: 10 } }, "2026-11-01.."],
    [{ within: { month: 12 } }, "2026-12-01..2026-12-31"],
    // What has not been this year yet was in the last one.
    [{ within: { month: 12, day: 25 } }, "2025-12-25..2025-12-25"],
    [{ within: { month: 2, year: 2024 } }, "2024-02-01..2024-02-29"],
    [{ from: { month: 11 }, to: { month: 1, year: 2026 } }, "2025-11-01..2026-01-31"],
    [{ from: { month: 9 }, to: { month: 11 } }, "2026-09-01..2026-11-30"],
    [{ last: { count: 3, unit: "month" } }, "2026-09-03..2026-12-02"],
    [{ last: { count: 90, unit: "day" } }, "2026-09-04..2026-12-02"],
    [{ within: { ago: 0, unit: "month" } }, "2026-12-01..2026-12-31"],
    [{ within: { ago: 1, unit: "month" } }, "2026-11-01..2026-11-30"],
    [{ within: { ago: 1, unit: "week" } }, "2026-11-23..2026-11-29"],
    [{ within: { ago: 1, unit: "day" } }, "2026-12-01..2026-12-01"],
    [{ within: { ago: 1, unit: "year" } }, "2025-01-01..2025-12-31"],
    [{ within: { month: 10, yearsAgo: 1 } }, "2025-10-01..2025-10-31"],
    [{ from: { weekday: 1 } }, "2026-11-30.."],
    // On a Wednesday, “since Wednesday” is a week ago.
    [{ from: { weekday: 3 } }, "2026-11-25.."],
    [{ within: { weekday: "weekend" } }, "2026-11-28..2026-11-29"],
    [{ within: { day: 20 } }, "2026-11-20..2026-11-20"],
    [{ within: { day: 1 } }, "2026-12-01..2026-12-01"],
    // There is none: the last day of that month.
    [{ before: { month: 2, day: 30 } }, "..2026-02-27"],
    [{ within: { about: 2, unit: "week" } }, "2026-11-14..2026-11-22"],
    [{ within: { about: 1, unit: "day" } }, "2026-11-29..2026-12-02"],
    [{ last: { count: 999, unit: "year" } }, "1027-12-03..2026-12-02"],
  ];
  assert.deepEqual(
    cases.map(([span]) => read(span)),
    cases.map(([, expected]) => expected),
  );
});

test("a span is said back", () => {
  const say = (span: PlacedSpan, locale: "en" | "zh" | "de" | "es") =>
    // The language's own range has thin spaces.
    describeDays(daysOf(span, today), locale).trim().replaceAll(/\s/gu, " ");
  assert.equal(say({ from: { month: 10 } }, "en"), "since Oct 1, 2026");
  assert.equal(say({ before: { month: 11 } }, "en"), "up to Oct 31, 2026");
  assert.equal(say({ within: { month: 10 } }, "en"), "from October 2026");
  assert.equal(say({ within: { ago: 1, unit: "year" } }, "en"), "from 2025");
  assert.equal(
    say({ from: { month: 10 }, to: { month: 11, day: 20 } }, "en"),
    "from Oct 1 – Nov 20, 2026",
  );
  assert.equal(say({ from: { month: 10 } }, "zh"), "2026年10月1日以来");
  assert.equal(say({ within: { month: 10 } }, "de"), "im Oktober 2026");
  assert.equal(say({ from: { month: 10 } }, "es"), "desde el 1 oct 2026");
});

test("a month lies in a span as a whole, in part or not", () => {
  const days = daysOf({ from: { month: 10, day: 15 } }, today);
  assert.deepEqual(
    ["2026-09", "2026-10", "2026-11"].map((month) => monthLies(month, days)),
    ["out", "partly", "in"],
  );
});
