import assert from "node:assert/strict";
import { test } from "node:test";
import { secret } from "@meetbot/conformance/run/shop.fixture.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import { startWebhookServer } from "./webhook.fixture.ts";

test("the endpoint tells how it is doing: never tested, then verified by whom and with what", async (t) => {
  const { as } = await startWebhookServer(t);
  const editor = await as("editor");
  const before = await (await editor("GET", "~/endpoint")).json();
  assert.equal(before.state, "never_tested");
  assert.equal(before.last_test, null);
  assert.deepEqual(before.secrets, [{ stage: "current", fingerprint: fingerprintOf(secret) }]);

  const tested = await (await editor("POST", "~/endpoint/test", {})).json();
  assert.deepEqual([tested.echoed, tested.verifies], [true, "fully"]);
  assert.deepEqual(
    tested.steps.map((step: { name: string; http_status: number }) => [
      step.name,
      step.http_status,
    ]),
    [
      ["echo", 200],
      ["unsigned", 401],
      ["wrong_secret", 401],
      ["stale", 401],
    ],
  );

  const viewer = await as("viewer");
  const after = await (await viewer("GET", "~/endpoint")).json();
  assert.equal(after.state, "verified");
  assert.match(after.last_test.by, /^editor-.*@shop\.example$/);
  assert.equal(after.last_test.secret, fingerprintOf(secret));
  assert(!JSON.stringify(after).includes(secret.slice(6)));
});

test("the next secret is tested by itself", async (t) => {
  const { as, store, botId } = await startWebhookServer(t);
  const call = await as(null);
  const none = await call("POST", "~/endpoint/test", { stage: "next" });
  assert.equal(none.status, 409);
  assert.equal((await none.json()).code, "no_such_secret");
  await store.bots.rotateSecret(botId, {
    kind: "signing",
    secret: "whsec_bmV4dA==",
    overlapS: 60,
    force: false,
  });
  const tested = await (await call("POST", "~/endpoint/test", { stage: "next" })).json();
  assert.equal(tested.echoed, false);
  const { state, last_test, next_test } = await (await call("GET", "~/endpoint")).json();
  assert.deepEqual([state, last_test], ["changed", null]);
  assert.equal(next_test.secret, fingerprintOf("whsec_bmV4dA=="));
});

test("which inside names exist is told to nobody who may not change an endpoint", async (t) => {
  const { as } = await startWebhookServer(t);
  for (const role of ["viewer", "agent", "editor"] as const) {
    const call = await as(role);
    for (const path of ["/check-url", "~/check-url"]) {
      const response = await call("POST", path, { url: "https://db.internal.example/" });
      assert.equal(response.status, 403, `${role} ${path}`);
    }
  }
});

test("a URL gets the guard's verdict, with whether an operator could open it", async (t) => {
  const { as, endpoint } = await startWebhookServer(t);
  const call = await as("owner");
  const check = async (url: string) => (await call("POST", "~/check-url", { url })).json();
  assert.deepEqual(await check(endpoint), {
    url: endpoint,
    allowed: true,
    reason: "allow_list",
    can_be_opened: false,
  });
  const metadata = "http://169.254.169.254/latest";
  assert.deepEqual(await check(metadata), {
    url: metadata,
    allowed: false,
    reason: "metadata_address",
    can_be_opened: true,
  });
  assert.equal((await check("ftp://x")).reason, "invalid_url");
});
