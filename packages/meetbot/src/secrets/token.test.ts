import assert from "node:assert/strict";
import { test } from "node:test";
import { hashToken, newToken } from "./token.ts";

test("a token is 32 random bytes that fit into a header", () => {
  assert.match(newToken(), /^[A-Za-z0-9_-]{43}$/);
  assert.notEqual(newToken(), newToken());
});

test("a token's hash is SHA-256", () => {
  assert.equal(
    hashToken("abc").toString("hex"),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
