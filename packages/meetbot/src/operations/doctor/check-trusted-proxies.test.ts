import assert from "node:assert/strict";
import { test } from "node:test";
import { checkTrustedProxies } from "./check-trusted-proxies.ts";

test("networks that hold more than proxies are named, with what to do", () => {
  const narrow = ["127.0.0.1", "10.42.0.0/16", "fd00::1", "fd00:1:2::/48"];
  assert.deepEqual(
    checkTrustedProxies(narrow).map(({ status }) => status),
    ["ok"],
  );
  const [check] = checkTrustedProxies([...narrow, "10.0.0.0/8", "fc00::/7"]);
  assert.equal(check?.status, "warn");
  assert.match(check.found, /^every machine in 10\.0\.0\.0\/8, fc00::\/7 may/);
  assert.match(check.todo ?? "", /MEETBOT_TRUSTED_PROXIES/);
  assert.deepEqual(checkTrustedProxies([]), []);
});
