import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { describe, it, type TestContext } from "node:test";
import { verifyRequest } from "@meetbot/protocol";
import {
  agent,
  type ReceivedQuery,
  SIGNING_SECRET,
  startMerchant,
} from "./scripted-merchant.fixture.ts";
import { testEndpoint } from "./test-endpoint.ts";

/** Answers `test` to whom it admits; `null` drops the connection. All others hear 401. */
async function startWebhook(t: TestContext, admits: (query: ReceivedQuery) => boolean | null) {
  const { endpoint, received } = await startMerchant(t, (request, response) => {
    const query = received.at(-1)!;
    const verdict = admits(query);
    if (verdict === null) request.socket.destroy();
    else if (!verdict) response.writeHead(401).end('{"success":false}');
    else {
      const { test_token } = JSON.parse(query.body).params;
      response.end(JSON.stringify({ success: true, object: "test", test_token }));
    }
  });
  return { test: (secret = SIGNING_SECRET) => testEndpoint(endpoint, secret, { agent }) };
}

const verifiesAll = ({ headers, body }: ReceivedQuery) =>
  verifyRequest({ body, headers, secrets: SIGNING_SECRET }).valid;

const verifiesHubOnly = ({ headers, body }: ReceivedQuery) =>
  headers["x-hub-signature"] ===
  `sha256=${createHmac("sha256", SIGNING_SECRET).update(body).digest("hex")}`;

const outcomes = ({ steps }: Awaited<ReturnType<typeof testEndpoint>>) =>
  Object.fromEntries(steps.map(({ name, outcome }) => [name, outcome]));

describe("testEndpoint", () => {
  it("says that a webhook verifies fully when it refuses all three strangers", async (t) => {
    const tested = await (await startWebhook(t, verifiesAll)).test();
    assert.equal(tested.echoed, true);
    assert.equal(tested.verifies, "fully");
    assert.deepEqual(outcomes(tested), {
      echo: "accepted",
      unsigned: "refused",
      wrong_secret: "refused",
      stale: "refused",
    });
  });

  it("says that X-Hub-Signature alone covers the body, and not the time", async (t) => {
    const tested = await (await startWebhook(t, verifiesHubOnly)).test();
    assert.equal(tested.verifies, "body_only");
    assert.equal(outcomes(tested).stale, "accepted");
  });

  it("says that a webhook which answers everybody verifies nothing", async (t) => {
    const tested = await (await startWebhook(t, () => true)).test();
    assert.deepEqual([tested.echoed, tested.verifies], [true, "not"]);
  });

  it("says so when only the presence of a signature is looked at", async (t) => {
    const tested = await (
      await startWebhook(t, ({ headers }) => headers["x-hub-signature"] !== undefined)
    ).test();
    assert.equal(outcomes(tested).unsigned, "refused");
    assert.equal(tested.verifies, "not");
  });

  it("asks nothing more where the token does not come back", async (t) => {
    const { test } = await startWebhook(t, verifiesAll);
    const tested = await test(`whsec_${Buffer.alloc(32, 9).toString("base64")}`);
    assert.deepEqual([tested.echoed, tested.verifies], [false, "unknown"]);
    assert.equal(tested.steps.length, 1);
    assert.match(
      tested.steps[0]?.detail ?? "",
      /HTTP 401: compare the signing secret .* option url/,
    );
  });

  it("knows nothing of a webhook that falls silent when strangers ask", async (t) => {
    const tested = await (
      await startWebhook(t, ({ headers }) => (headers["x-hub-signature"] ? true : null))
    ).test();
    assert.equal(outcomes(tested).unsigned, "failed");
    assert.equal(tested.verifies, "not"); // the wrong secret was answered
  });

  it("asks for a new token each time, and sends no secret", async (t) => {
    const seen: string[] = [];
    const { test } = await startWebhook(t, (query) => {
      seen.push(JSON.stringify(query));
      return verifiesAll(query);
    });
    await test();
    const tokens = seen.map((text) => JSON.parse(JSON.parse(text).body).params.test_token);
    assert.equal(new Set(tokens).size, 4);
    assert.doesNotMatch(seen.join(), /whsec_/);
  });
});
