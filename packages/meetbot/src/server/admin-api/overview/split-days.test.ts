import assert from "node:assert/strict";
import { test } from "node:test";
import { countDays, createDayOf, dayAfter, quarterMs, startOfDay } from "./calendar.ts";
import { splitDays, unitFor } from "./split-days.ts";

const later = new Date("2030-01-01T00:00Z");
const hoursOf = (day: string, timeZone: string) =>
  splitDays({ from: day, to: day, unit: "hour" }, timeZone, later);
const iso = (bounds: Date[]) => bounds.map((bound) => bound.toISOString().slice(0, 16));

test("a day has 24 hours, and 23 or 25 when the clock is changed", () => {
  const hours = (day: string, timeZone: string) => hoursOf(day, timeZone).length - 1;
  assert.equal(hours("2026-06-15", "Europe/Berlin"), 24);
  assert.equal(hours("2026-03-29", "Europe/Berlin"), 23);
  assert.equal(hours("2026-10-25", "Europe/Berlin"), 25);
  assert.equal(hours("2026-03-08", "America/New_York"), 23);
  assert.equal(hours("2026-11-01", "America/New_York"), 25);
  assert.equal(hours("2026-10-25", "Asia/Shanghai"), 24);
});

test("days and hours begin where the clocks of the zone say so, also at half and quarter hours", () => {
  const first = (day: string, zone: string) => iso(hoursOf(day, zone)).slice(0, 2);
  assert.deepEqual(first("2026-06-15", "Asia/Kolkata"), ["2026-06-14T18:30", "2026-06-14T19:30"]);
  assert.deepEqual(first("2026-06-15", "Asia/Kathmandu"), ["2026-06-14T18:15", "2026-06-14T19:15"]);
  assert.deepEqual(first("2026-06-15", "Pacific/Kiritimati"), [
    "2026-06-14T10:00",
    "2026-06-14T11:00",
  ]);
  assert.deepEqual(first("2026-06-15", "Etc/GMT+12"), ["2026-06-15T12:00", "2026-06-15T13:00"]);
});

test("the days of a month follow one another without a gap over the change of the clock", () => {
  const bounds = splitDays(
    { from: "2026-03-27", to: "2026-03-31", unit: "day" },
    "Europe/Berlin",
    later,
  );
  assert.deepEqual(iso(bounds), [
    "2026-03-26T23:00",
    "2026-03-27T23:00",
    "2026-03-28T23:00",
    "2026-03-29T22:00",
    "2026-03-30T22:00",
    "2026-03-31T22:00",
  ]);
});

test("a day whose midnight the clock skips begins when the clock goes on", () => {
  const cairo = createDayOf("Africa/Cairo");
  // 2026-04-24: at midnight it is one o'clock.
  assert.equal(startOfDay("2026-04-24", cairo).toISOString(), "2026-04-23T22:00:00.000Z");
  assert.equal(hoursOf("2026-04-24", "Africa/Cairo").length - 1, 23);
});

test("what has not begun yet is left out", () => {
  const now = new Date("2026-06-15T10:20Z");
  const hours = splitDays({ from: "2026-06-15", to: "2026-06-15", unit: "hour" }, "UTC", now);
  assert.deepEqual([hours.length, hours.at(-1)], [12, new Date("2026-06-15T11:00Z")]);
  const days = splitDays({ from: "2026-06-13", to: "2026-06-30", unit: "day" }, "UTC", now);
  assert.deepEqual(iso(days).at(-1), "2026-06-16T00:00");
});

test("in every zone each bound of two years begins its day, at a quarter of an hour", () => {
  for (const timeZone of Intl.supportedValuesOf("timeZone").filter((_, n) => n % 20 === 0)) {
    const dayOf = createDayOf(timeZone);
    const bounds = splitDays(
      { from: "2025-01-01", to: "2026-12-31", unit: "day" },
      timeZone,
      later,
    );
    bounds.forEach((bound, nth) => {
      const day = dayAfter("2025-01-01", nth);
      assert.equal(bound.getTime() % quarterMs, 0, `${timeZone} ${day}`);
      assert.equal(dayOf(bound), day, timeZone);
      assert(dayOf(new Date(bound.getTime() - 1)) < day, `${timeZone} ${day}`);
    });
  }
});

test("three days are shown by the hour, more by day", () => {
  assert.equal(unitFor("2026-06-01", "2026-06-03"), "hour");
  assert.equal(unitFor("2026-06-01", "2026-06-04"), "day");
  assert.equal(countDays("2026-02-27", "2026-03-01"), 3);
});
