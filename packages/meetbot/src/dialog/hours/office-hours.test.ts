import assert from "node:assert/strict";
import { test } from "node:test";
import { isOpen, type Office, officeTime, opensNext } from "./office-hours.ts";

const berlin = (hours: string, holidays: string[] = []): Office => ({
  officeHours: { timeZone: "Europe/Berlin", hours },
  holidays,
});
const office = berlin("mon-fri 09:00-18:00, sat 10:00-14:00");
const ms = (at: string) => Date.parse(at);
const next = (of: Office, at: string) => {
  const opens = opensNext(of, ms(at));
  return opens === null ? null : new Date(opens).toISOString();
};
const hourMs = 3_600_000;

test("a shop is open from its first minute to the last one, by the clocks there", () => {
  for (const [at, expected] of [
    ["2026-11-30T07:59:59Z", false],
    ["2026-11-30T08:00:00Z", true],
    ["2026-11-30T16:59:59Z", true],
    ["2026-11-30T17:00:00Z", false],
    ["2026-11-28T09:00:00Z", true],
    ["2026-11-29T11:00:00Z", false],
    // Summer time: an hour earlier in UTC.
    ["2026-07-06T07:00:00Z", true],
    ["2026-07-06T16:00:00Z", false],
  ] as const) {
    assert.equal(isOpen(office, ms(at)), expected, at);
  }
});

test("nothing is known of a shop that has not told its hours", () => {
  const untold: Office = { officeHours: null, holidays: [] };
  assert.equal(isOpen(untold, ms("2026-11-30T08:00:00Z")), null);
  assert.equal(opensNext(untold, ms("2026-11-30T08:00:00Z")), null);
  assert.equal(officeTime(untold, 0, hourMs), hourMs);
});

test("the next opening is later today, tomorrow, or after the weekend", () => {
  assert.equal(next(office, "2026-11-30T05:00:00Z"), "2026-11-30T08:00:00.000Z");
  assert.equal(next(office, "2026-11-30T20:00:00Z"), "2026-12-01T08:00:00.000Z");
  assert.equal(next(office, "2026-11-28T14:00:00Z"), "2026-11-30T08:00:00.000Z");
});

test("holidays are skipped, also ranges of them and over the end of a year", () => {
  const closed = berlin("mon-fri 09:00-18:00", [
    "2026-12-24..2027-01-01 Winter break",
    "2027-01-04 Stocktaking",
  ]);
  assert.equal(isOpen(closed, ms("2026-12-24T10:00:00Z")), false);
  assert.equal(isOpen(closed, ms("2026-12-23T10:00:00Z")), true);
  assert.equal(next(closed, "2026-12-23T18:00:00Z"), "2027-01-05T08:00:00.000Z");
  const always = berlin("mon 09:00-18:00", ["2026-01-01..2026-12-31", "2027-01-01..2027-12-31"]);
  assert.equal(next(always, "2026-01-05T00:00:00Z"), null);
});

test("the clocks' changes to summer time and back do not move an opening", () => {
  // On 2026-03-29 at 02:00 it is 03:00, on 2026-10-25 at 03:00 it is 02:00 again.
  const night = berlin("sun 02:30-05:00, mon 09:00-10:00");
  assert.equal(next(night, "2026-03-28T12:00:00Z"), "2026-03-29T01:30:00.000Z");
  assert.equal(next(night, "2026-10-24T12:00:00Z"), "2026-10-25T00:30:00.000Z");
  assert.equal(next(office, "2026-03-28T20:00:00Z"), "2026-03-30T07:00:00.000Z");
  assert.equal(next(office, "2026-10-24T20:00:00Z"), "2026-10-26T08:00:00.000Z");
  const newYork: Office = {
    officeHours: { timeZone: "America/New_York", hours: "mon-sun 09:00-17:00" },
    holidays: [],
  };
  assert.equal(next(newYork, "2026-03-08T02:00:00Z"), "2026-03-08T13:00:00.000Z");
  assert.equal(next(newYork, "2026-11-01T02:00:00Z"), "2026-11-01T14:00:00.000Z");
});

test("a wait counts while the shop is open, also over the change of clocks", () => {
  const count = (of: Office, from: string, to: string) => officeTime(of, ms(from), ms(to)) / hourMs;
  // Friday 17:00 to Monday 10:00, with four hours of Saturday between.
  assert.equal(count(office, "2026-11-27T16:00:00Z", "2026-11-30T09:00:00Z"), 1 + 4 + 1);
  assert.equal(count(office, "2026-11-30T08:30:00Z", "2026-11-30T09:00:00Z"), 0.5);
  assert.equal(count(office, "2026-11-29T08:30:00Z", "2026-11-29T12:00:00Z"), 0);
  const round = berlin("mon-sun 00:00-24:00");
  assert.equal(count(round, "2026-03-28T22:00:00Z", "2026-03-29T22:00:00Z"), 24);
  assert.equal(count(round, "2026-10-24T22:00:00Z", "2026-10-26T00:00:00Z"), 26);
  const closed = berlin("mon-fri 09:00-18:00", ["2026-12-01"]);
  assert.equal(count(closed, "2026-11-30T16:00:00Z", "2026-12-02T09:00:00Z"), 1 + 1);
});
