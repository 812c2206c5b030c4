import assert from "node:assert/strict";
import { test } from "node:test";
import { formatWaitingAge } from "./format-waiting-age.ts";

const now = Date.parse("2026-11-29T12:00:00Z");

test("who waits is told in minutes, hours or days, and marked after 5 and after 10 minutes", () => {
  const told = (since: string) => Object.values(formatWaitingAge(since, now)).join(" ");
  assert.equal(told("2026-11-29T11:59:30Z"), "minutes 0 quiet");
  assert.equal(told("2026-11-29T11:55:01Z"), "minutes 4 quiet");
  assert.equal(told("2026-11-29T11:55:00Z"), "minutes 5 wait");
  assert.equal(told("2026-11-29T11:50:00Z"), "minutes 10 bad");
  assert.equal(told("2026-11-29T09:10:00Z"), "hours 2 bad");
  assert.equal(told("2026-11-26T11:00:00Z"), "days 3 bad");
  // A clock that is behind the server's.
  assert.equal(told("2026-11-29T12:00:20Z"), "minutes 0 quiet");
});
