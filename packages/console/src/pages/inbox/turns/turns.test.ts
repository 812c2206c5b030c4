import assert from "node:assert/strict";
import { test } from "node:test";
import { isSnoozed } from "./is-snoozed.ts";
import { tomorrowAt } from "./tomorrow-at.ts";

test("tomorrow is the next day of the calendar, also over the end of a year", () => {
  assert.deepEqual(tomorrowAt(9, new Date(2026, 11, 31, 23, 59)), new Date(2027, 0, 1, 9));
  assert.deepEqual(tomorrowAt(9, new Date(2026, 2, 28, 0, 1)), new Date(2026, 2, 29, 9));
});

test("what is put off comes back at its moment", () => {
  const until = "2026-12-01T09:00:00Z";
  const at = Date.parse(until);
  assert(isSnoozed({ snoozed_until: until, snoozed_until_reply: true }, at - 1));
  assert(!isSnoozed({ snoozed_until: until, snoozed_until_reply: true }, at));
  assert(isSnoozed({ snoozed_until: null, snoozed_until_reply: true }, at));
  assert(!isSnoozed({ snoozed_until: null, snoozed_until_reply: false }, at));
});
