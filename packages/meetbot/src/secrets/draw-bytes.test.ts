import assert from "node:assert/strict";
import { test } from "node:test";
import { drawBytes } from "./draw-bytes.ts";

test("so many bytes are drawn as are asked for, and none twice", () => {
  const draws = Array.from({ length: 5_000 }, (_, nth) => drawBytes(8 + (nth % 25)));
  assert.deepEqual(
    draws.map(({ length }) => length),
    draws.map((_, nth) => 8 + (nth % 25)),
  );
  assert.equal(new Set(draws.map((bytes) => bytes.toString("hex").slice(0, 16))).size, 5_000);
  const ones = Buffer.concat(draws).reduce((sum, byte) => sum + byte, 0);
  assert.equal(Math.round(ones / Buffer.concat(draws).length / 10), 13);
});

test("more than the stock holds is drawn too", () => {
  assert.equal(drawBytes(10_000).length, 10_000);
  assert.equal(drawBytes(12).length, 12);
});
