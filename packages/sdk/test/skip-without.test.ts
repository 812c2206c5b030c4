import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { skipWithout } from "./skip-without.ts";

const ci = process.env.CI;
afterEach(() => {
  if (ci === undefined) delete process.env.CI;
  else process.env.CI = ci;
});

test("a test is left out for the first program or file that is missing, and says which", () => {
  delete process.env.CI;
  assert.equal(
    skipWithout("node", "nothing-of-this-name"),
    "there is no `nothing-of-this-name` on the PATH",
  );
  assert.equal(skipWithout("/nothing/here.jar"), "there is no /nothing/here.jar");
});

test("a test whose programs and files are there is not left out", () => {
  delete process.env.CI;
  assert.equal(skipWithout(process.execPath, "node"), false);
});

test("in CI nothing is left out, so that the test itself fails", () => {
  process.env.CI = "true";
  assert.equal(skipWithout("nothing-of-this-name"), false);
});
