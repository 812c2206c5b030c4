import assert from "node:assert/strict";
import { test } from "node:test";
import { newSecret } from "@meetbot/protocol";
import { checkSigningSecrets, SigningSecretError } from "./signing-secret.ts";

test("secrets of Meetbot's and others of 24 bytes or more are accepted", () => {
  checkSigningSecrets([newSecret(), "another-form-of-24-bytes"]);
});

const unusable: [name: string, secrets: string[], message: RegExp][] = [
  ["no secret at all", [], /missing or empty/],
  ["an unset variable", [""], /missing or empty/],
  ["a line break copied along", [`${newSecret()}\n`], /white space/],
  ["a signature", [`v1,${"A".repeat(43)}=`], /belongs to signatures/],
  ["a damaged secret", ["whsec_not*base64*not*base64*not*base64"], /not base64/],
  ["a short secret", [`whsec_${Buffer.alloc(23).toString("base64")}`], /fewer than 24 bytes/],
  ["an easy secret beside a good one", [newSecret(), "secret"], /fewer than 24 bytes/],
];

for (const [name, secrets, message] of unusable) {
  test(`refuses ${name}, says what to do and keeps the secret to itself`, () => {
    assert.throws(
      () => checkSigningSecrets(secrets),
      (error) => {
        assert.ok(error instanceof SigningSecretError);
        assert.equal(error.code, "invalid_signing_secret");
        assert.match(error.message, message);
        assert.match(error.message, /Copy it as Meetbot showed it/);
        assert.ok(!secrets.some((secret) => secret.length > 6 && error.message.includes(secret)));
        return true;
      },
    );
  });
}
