import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprintOf } from "./fingerprint.ts";

test("a fingerprint is the start of the secret's SHA-256, as sha256sum prints it", () => {
  assert.equal(fingerprintOf("abc"), "ba7816bf");
});
