import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { readerOf } from "../status/reader-of.ts";
import { formatCalendarDate, formatMoment, formatMonth, toCalendarDate } from "./dates.ts";

const en = readerOf("en");
const zh = readerOf("zh");

const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

const zones = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Los_Angeles", "Asia/Shanghai"];

test("a calendar date is the same day in every time zone", () => {
  for (const zone of zones) {
    process.env.TZ = zone;
    assert.equal(formatCalendarDate("2017-12-12", en), "Dec 12, 2017", zone);
    assert.equal(formatCalendarDate("2017-12-12", zh), "2017年12月12日", zone);
  }
});

test("a month is the same in every time zone, and stays as it stands where it is none", () => {
  for (const zone of zones) {
    process.env.TZ = zone;
    assert.equal(formatMonth("2026-11", en), "November 2026", zone);
    assert.equal(formatMonth("2026-11", zh), "2026年11月", zone);
  }
  assert.equal(formatMonth("•••", en), "•••");
});

test("what is no calendar date stays as the shop wrote it", () => {
  assert.equal(formatCalendarDate("tomorrow", en), "tomorrow");
  assert.equal(formatCalendarDate("2017-13-40", en), "2017-13-40");
  assert.equal(formatCalendarDate("2026-02-30", en), "2026-02-30");
});

test("a moment is told in the reader's zone", () => {
  const told = (locale: "en" | "zh", timeZone: string) =>
    formatMoment("1428444852", readerOf(locale, { timeZone }));
  assert.equal(told("zh", "Asia/Shanghai"), "2015年4月8日");
  assert.equal(told("en", "America/Los_Angeles"), "Apr 7, 2015");
  assert.equal(formatMoment("1428408000", en), "Apr 7, 2015");
});

test("a moment that is none stays as it stands", () => {
  assert.equal(formatMoment("soon", en), "soon");
  assert.equal(formatMoment("", en), "");
});

test("today is the reader's day", () => {
  process.env.TZ = "Pacific/Kiritimati";
  assert.equal(toCalendarDate(new Date("2024-12-31T12:00:00Z")), "2025-01-01");
  process.env.TZ = "Pacific/Pago_Pago";
  assert.equal(toCalendarDate(new Date("2025-01-01T10:00:00Z")), "2024-12-31");
  assert.equal(toCalendarDate(new Date("2025-01-01T10:00:00Z"), "Asia/Shanghai"), "2025-01-01");
});
