import assert from "node:assert/strict";
import { test } from "node:test";
import { isSameSecret } from "./compare.ts";

test("secrets are the same to the last character, of whatever length", () => {
  assert.equal(isSameSecret("secret", "secret"), true);
  assert.equal(isSameSecret("", ""), true);
  for (const other of ["", "Secret", "secreT", "secret ", "s", "密"]) {
    assert.equal(isSameSecret("secret", other), false);
  }
});
