import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { open, SealError, seal } from "./seal.ts";

const key = randomBytes(32);

test("a sealed value opens with its key and its context", () => {
  assert.equal(open(key, seal(key, "查询订单", "here"), "here").toString(), "查询订单");
  assert.deepEqual(open(key, seal(key, Uint8Array.of(0, 255), "here"), "here"), Buffer.of(0, 255));
  assert.equal(open(key, seal(key, "", "here"), "here").length, 0);
});

test("the same value is never sealed alike twice", () => {
  assert.notDeepEqual(seal(key, "same", "here"), seal(key, "same", "here"));
});

test("a value with any bit changed, or cut anywhere, does not open", () => {
  const sealed = seal(key, "value", "here");
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    assert.throws(() => open(key, changed, "here"), SealError);
    assert.throws(() => open(key, sealed.subarray(0, at), "here"), SealError);
  }
});

test("another key or another context does not open it", () => {
  const sealed = seal(key, "value", "here");
  assert.throws(() => open(randomBytes(32), sealed, "here"), { code: "seal_broken" });
  assert.throws(() => open(key, sealed, "there"), { code: "seal_broken" });
});

test("a seal of a later version is named as such", () => {
  const sealed = seal(key, "value", "here");
  sealed[0] = 2;
  assert.throws(() => open(key, sealed, "here"), { code: "seal_version_unknown" });
});
