import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { newSecret } from "@meetbot/sdk";
import { signTestRequest, type TestSigningOptions } from "@meetbot/sdk/testing";
import { skipWithout } from "../../sdk/test/skip-without.ts";
import { type GuideWebhook, readGuide } from "./fixtures/guide.ts";
import { createMachine } from "./fixtures/machine.ts";
import { type RunningWebhook, runGuideWebhook } from "./fixtures/run-guide-webhook.ts";

// Every webhook that the merchant guide shows, in six languages and ways, run as the guide says.

const machine = createMachine({ after });
const webhooks = readGuide();

const account = "stephane@example.com";
const orderNumber = "PA7K2Q9XW4TP";
const packageNumber = "PA7K2Q9XW4TP-1";
const trackingNumber = "1Z999AA10123456784";

const validityQuery = query("test", { test_token: "12345" });

/** The shop of the guide has one order of one customer: these rules cannot be tested with it. */
const needingMoreData = [
  "orders.other-account",
  "orders.limit",
  "packages.limit",
  "packages.pages",
];

const refusals = { "no such account": 10001, "no such number": 11001 };

/** What each of them answers, whatever it is written in: how many items, or a refusal. */
const questions: [
  name: string,
  method: string,
  params: object,
  answer: number | keyof typeof refusals,
][] = [
  ["an account's orders in progress", "orders", { user_account: account, filter: "open" }, 1],
  ["its unpaid orders", "orders", { user_account: account, filter: "unpaid" }, 0],
  ["its past orders", "orders", { user_account: account, filter: "past" }, 0],
  ["an email in another case", "orders", { user_account: " Stephane@EXAMPLE.com " }, 1],
  ["a long s", "orders", { user_account: "ſtephane@example.com" }, "no such account"],
  ["right-to-left text", "orders", { user_account: "\u202eسلام👕@example.com" }, "no such account"],
  ["an order's number", "orders", { order_number: ` ${orderNumber.toLowerCase()}` }, 1],
  ["the Kelvin sign for a K", "orders", { order_number: "PA7\u212a2Q9XW4TP" }, "no such number"],
  ["a number like an object's own", "orders", { order_number: "constructor" }, "no such number"],
  ["an order's packages", "packages", { order_number: orderNumber }, 1],
  ["a package's number", "packages", { package_number: packageNumber }, 1],
  ["a carrier's number", "packages", { package_number: trackingNumber.toLowerCase() }, 1],
  [
    "an order's number for a package's",
    "packages",
    { package_number: orderNumber },
    "no such number",
  ],
];

test("the guide shows the SDK's webhook, and one without it in each of five languages", () => {
  const names = webhooks.map(({ name }) => name);
  const others = ["webhook.mjs", "webhook.php", "webhook.py", "Webhook.java", "webhook.go"];
  assert.deepEqual(names, ["webhook.js", ...others]);
});

for (const webhook of webhooks) {
  const skip = skipWithout(...webhook.needs);

  test(`${webhook.name} of the guide has fewer than 60 lines`, () => {
    const lines = webhook.files.get(webhook.name)!.trimEnd().split("\n");
    assert.ok(lines.length < 60, `${lines.length} lines`);
  });

  describe(`${webhook.name} of the guide`, { skip }, () => checkWebhook(webhook));
}

function checkWebhook(webhook: GuideWebhook): void {
  const usesSdk = webhook.name === "webhook.js";
  const [old, current] = [newSecret(), newSecret()];
  let running: RunningWebhook;
  before(async () => {
    running = await runGuideWebhook(webhook, usesSdk ? [current] : [old, current]);
  });
  after(() => running?.[Symbol.asyncDispose]());

  async function post(body: string, options: Partial<TestSigningOptions> = {}) {
    const request = signTestRequest(body, { signingSecret: current, ...options });
    const response = await fetch(running.url, request);
    return { status: response.status, body: await response.text() };
  }

  test("keeps the protocol, says meetbot test", async () => {
    const data = ["--account", account, "--order", orderNumber, "--package", packageNumber];
    const args = ["test", running.url, "--secret", current, ...data, "--json"];
    const { code, stdout, stderr } = await machine.run(args);
    assert.equal(stderr, "");
    const { findings } = JSON.parse(stdout) as { findings: Record<string, string>[] };
    const opensOften = ["webhook.php", "webhook.py"].includes(webhook.name);
    assert.deepEqual(rulesWith(findings, "fail"), []);
    assert.deepEqual(rulesWith(findings, "warn"), opensOften ? ["limits.keep-alive"] : []);
    assert.deepEqual(rulesWith(findings, "skipped"), needingMoreData);
    assert.equal(code, 0);
  });

  for (const [name, method, params, answer] of questions) {
    test(`answers ${name}`, async () => {
      const { status, body } = await post(query(method, params));
      assert.equal(status, 200);
      const { success, object, error, has_next_page, ...items } = JSON.parse(body);
      if (typeof answer === "string") {
        assert.equal(success, false);
        assert.equal(error.code, refusals[answer], body);
      } else {
        assert.deepEqual([success, object, has_next_page], [true, method, false]);
        assert.equal(items[method].length, answer);
      }
    });
  }

  test("a number of 20 digits is a number, with quotes and without", async () => {
    const digits = "12345678901234567890";
    for (const number of [digits, `"${digits}"`]) {
      const body = query("orders", { order_number: "?" }).replace('"?"', number);
      const { status, body: text } = await post(body);
      assert.deepEqual([status, JSON.parse(text).success], [200, false]);
    }
  });

  test("a query is fresh for five minutes, before and after", async () => {
    const nowS = Math.floor(Date.now() / 1000);
    for (const offsetS of [-310, -280, 280, 310]) {
      const { status } = await post(validityQuery, { nowS: nowS + offsetS });
      assert.equal(status, Math.abs(offsetS) < 300 ? 200 : 401, `${offsetS} seconds`);
    }
  });

  test("of one request that comes eight times at once, one is answered", async () => {
    const options = { id: "test_again", nowS: Math.floor(Date.now() / 1000) };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post(validityQuery, options)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [200, ...Array(7).fill(401)]);
  });

  test("a stranger's secret is answered with the protocol's own 401", async () => {
    const { status, body } = await post(validityQuery, { signingSecret: newSecret() });
    const invalid = { success: false, error: { code: 401, message: "invalid signature" } };
    assert.deepEqual([status, JSON.parse(body)], [401, invalid]);
  });

  if (usesSdk) return; // its option takes a list
  test("both secrets are good while one replaces the other", async () => {
    for (const signingSecret of [old, current]) {
      assert.equal((await post(validityQuery, { signingSecret })).status, 200);
    }
  });
}

function rulesWith(findings: Record<string, string>[], wanted: string): string[] {
  return findings.flatMap(({ status, rule = "" }) => (status === wanted ? [rule] : []));
}

function query(method: string, params: object): string {
  const request = { category: "ecommerce", method, id: "test_1", page_id: "1", meta: "" };
  return JSON.stringify({ request, params, pagination: { page: 1, limit: 3 } });
}
