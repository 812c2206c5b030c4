import assert from "node:assert/strict";
import { test } from "node:test";
import { quietForMs } from "./quiet-hours.ts";

const hourMs = 3_600_000;
const hoursAt = (moment: string, zone: string, status = "delivered") =>
  quietForMs(Date.parse(moment), zone, status) / hourMs;

test("it is quiet from 21:00 to 08:00 by the customer's clocks, and not by ours", () => {
  assert.equal(hoursAt("2026-01-15T19:59:00Z", "Europe/Berlin"), 0);
  assert.equal(hoursAt("2026-01-15T20:00:00Z", "Europe/Berlin"), 11);
  assert.equal(hoursAt("2026-01-16T00:00:00Z", "Europe/Berlin"), 7);
  assert.equal(hoursAt("2026-01-16T07:00:00Z", "Europe/Berlin"), 0);
  assert.equal(hoursAt("2026-01-16T00:00:00Z", "Asia/Shanghai"), 0);
  assert.equal(hoursAt("2026-01-15T13:00:00Z", "Asia/Shanghai"), 11);
  assert.equal(hoursAt("2026-01-16T00:00:00Z", "Asia/Kolkata"), 2.5);
});

test("whoever has to be at home is told from 07:00 on", () => {
  for (const status of ["out_for_delivery", "ready_for_pickup"]) {
    assert.equal(hoursAt("2026-01-16T05:59:00Z", "Europe/Berlin", status), 1 / 60);
    assert.equal(hoursAt("2026-01-16T06:00:00Z", "Europe/Berlin", status), 0);
    assert.equal(hoursAt("2026-01-16T20:00:00Z", "Europe/Berlin", status), 10);
  }
  assert.equal(hoursAt("2026-01-16T06:00:00Z", "Europe/Berlin", "delivered"), 1);
});

test("nights in which clocks change are as long as they are", () => {
  // From 21:00 to 08:00, one hour of which is not there, or there twice.
  assert.equal(hoursAt("2026-03-28T20:00:00Z", "Europe/Berlin"), 10);
  assert.equal(hoursAt("2026-10-24T19:00:00Z", "Europe/Berlin"), 12);
  assert.equal(hoursAt("2026-03-08T02:00:00Z", "America/New_York"), 10);
  assert.equal(hoursAt("2026-03-29T05:59:00Z", "Europe/Berlin"), 1 / 60);
  assert.equal(hoursAt("2026-03-29T06:00:00Z", "Europe/Berlin"), 0);
});

test("quiet hours within one day", () => {
  const siesta = { from: "13:00", until: "15:00" };
  const at = (moment: string) =>
    quietForMs(Date.parse(moment), "Europe/Madrid", "x", siesta) / hourMs;
  assert.deepEqual(
    ["2026-01-15T11:59:00Z", "2026-01-15T12:30:00Z", "2026-01-15T14:00:00Z"].map(at),
    [0, 1.5, 0],
  );
});
