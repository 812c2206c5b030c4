import assert from "node:assert/strict";
import { test } from "node:test";
import { InvalidSettingError } from "./invalid-setting-error.ts";
import { readOfficeHours, splitOfficeHours } from "./office-hours.ts";

const hours = (written: string) => readOfficeHours({ time_zone: "UTC", hours: written }).hours;

test("office hours are written in the order of the week, each day once", () => {
  for (const [given, written] of [
    ["mon-fri 09:00-18:00, sat 10:00-14:00", "mon-fri 09:00-18:00, sat 10:00-14:00"],
    [" Sat 10:00-14:00 ,MON 9:00-18:00,tue 09:00-18:00", "mon-tue 09:00-18:00, sat 10:00-14:00"],
    ["sun-thu 08:30-17:00", "mon-thu 08:30-17:00, sun 08:30-17:00"],
    ["mon-sun 00:00-24:00", "mon-sun 00:00-24:00"],
    [
      "mon-fri 13:00-18:00, mon-thu 09:00-12:00",
      "mon-thu 09:00-12:00, mon-thu 13:00-18:00, fri 13:00-18:00",
    ],
    ["fri 22:00-24:00, sat 00:00-02:00", "fri 22:00-24:00, sat 00:00-02:00"],
  ] as const) {
    assert.equal(hours(given), written);
    assert.equal(hours(written), written);
  }
});

test("hours that no clock shows, days that no week has, and times told twice are refused with what to write", () => {
  for (const written of [
    "",
    "mon-fri",
    "09:00-18:00",
    "mon-fre 09:00-18:00",
    "mon 18:00-09:00",
    "mon 09:00-09:00",
    "mon 09:00-24:30",
    "mon 25:00-26:00",
    "mon 09:60-10:00",
    "mon 9-18",
    "mon 09:00-18:00,",
    "mon-fri 09:00-18:00, wed 12:00-13:00",
    "mon-sun 01:00-02:00, mon-sun 03:00-04:00, mon-sun 05:00-06:00, mon-sun 07:00-08:00, wed 09:00-10:00",
  ]) {
    assert.throws(
      () => hours(written),
      (error) => error instanceof InvalidSettingError && /^Office hours .{20,}/.test(error.message),
      written,
    );
  }
});

test("they are of a zone whose clocks change there, and no offset", () => {
  const read = (time_zone: string) => readOfficeHours({ time_zone, hours: "mon 09:00-18:00" });
  assert.equal(read("europe/berlin").timeZone, "Europe/Berlin");
  for (const zone of ["+01:00", "Mars/Olympus", ""]) {
    assert.throws(() => read(zone), InvalidSettingError, zone);
  }
});

test("an argument has the hours and then their zone", () => {
  assert.equal(splitOfficeHours(" "), null);
  assert.deepEqual(splitOfficeHours("mon 09:00-18:00, tue 09:00-12:00 Asia/Shanghai"), {
    hours: "mon 09:00-18:00, tue 09:00-12:00",
    time_zone: "Asia/Shanghai",
  });
});
