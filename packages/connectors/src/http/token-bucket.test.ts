import assert from "node:assert/strict";
import { it } from "node:test";
import { createTokenBucket } from "./token-bucket.ts";

function start(allowance = { capacity: 10, perSecond: 5 }) {
  let nowMs = 0;
  const bucket = createTokenBucket(allowance, () => nowMs);
  const later = (ms: number) => {
    nowMs += ms;
  };
  return { bucket, later };
}

it("lets through what the platform allows at once, and then by its rate", () => {
  const { bucket, later } = start();
  assert.equal(bucket.take(10), 0);
  assert.equal(bucket.take(5), 1_000);
  assert.equal(bucket.take(5), 2_000, "whoever comes next waits behind it");
  assert.throws(() => bucket.take(1), { problem: "throttled", retryAfterS: 2.2 });
  later(4_000);
  assert.equal(bucket.take(5), 0);
});

it("goes by what the platform says is left, and by its rate", () => {
  const { bucket } = start({ capacity: 100, perSecond: 50 });
  bucket.learn(1, { capacity: 40, perSecond: 10 });
  assert.equal(bucket.take(11), 1_000);
  bucket.learn(1_000);
  assert.equal(bucket.take(1), 1_100, "what others have left is no more than what is known");
});

it("lets through what costs more than there ever is, when it is full", () => {
  const { bucket } = start();
  assert.equal(bucket.take(50), 0);
});
