import assert from "node:assert/strict";
import { test } from "node:test";
import { readSecrets } from "./signature-options.ts";

test("secrets are read without what an editor or a shell puts around them, and not with a space inside", (t) => {
  const { MEETBOT_SIGNING_SECRET: before } = process.env;
  t.after(() => {
    if (before === undefined) delete process.env.MEETBOT_SIGNING_SECRET;
    else process.env.MEETBOT_SIGNING_SECRET = before;
  });
  assert.deepEqual(readSecrets(["whsec_a\n"]), ["whsec_a"]);
  process.env.MEETBOT_SIGNING_SECRET = " whsec_a, whsec_b\r\n";
  assert.deepEqual(readSecrets(undefined), ["whsec_a", "whsec_b"]);
  assert.throws(() => readSecrets(["whsec_a b"]), /white space in it/);
  for (const none of [[], [" \n"], ["whsec_a", ""]]) {
    assert.throws(() => readSecrets(none), /There is no signing secret/);
  }
});
