import assert from "node:assert/strict";
import { test } from "node:test";
import { parseEnv } from "node:util";
import fc from "fast-check";
import { toEnvFile } from "./env-file.ts";

test("what is written is what Node reads", () => {
  const told = {
    MEETBOT_MAIL_FROM: "Shop <orders@shop.example>",
    MEETBOT_SMTP_URL: "smtp://a:b'c#d@mail.example.com",
    MEETBOT_DATA_DIR: String.raw`C:\shops\"one"`,
    MEETBOT_MASTER_KEY: "QudERwQmrxx68iD1wizfBxao+sJ0vjp1Gfk0bdT4wGc=",
  };
  assert.deepEqual({ ...parseEnv(toEnvFile(told)) }, told);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (value) => {
      let written = "";
      try {
        written = toEnvFile({ MEETBOT_DATA_DIR: value });
      } catch {
        return;
      }
      assert.deepEqual({ ...parseEnv(written) }, { MEETBOT_DATA_DIR: value });
    }),
  );
});

test("what no quotes can hold is refused", () => {
  for (const value of ["'\"`", "a\nMEETBOT_HOST=0.0.0.0"]) {
    assert.throws(() => toEnvFile({ MEETBOT_DATA_DIR: value }), /^CommandError: A value has/);
  }
});
