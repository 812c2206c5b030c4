import assert from "node:assert/strict";
import { test } from "node:test";
import { newSecret } from "./secret.ts";

test("a new secret is whsec_ and the base64 of 32 bytes, another each time", () => {
  const secret = newSecret();
  assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
  assert.notEqual(newSecret(), secret);
});
