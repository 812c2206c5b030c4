import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { rules } from "@meetbot/conformance/rules/rules.ts";
import { sabotages } from "@meetbot/conformance/run/sabotages.fixture.ts";
import { account, otherAccount, secret, startShop } from "@meetbot/conformance/run/shop.fixture.ts";
import { startDemoStore } from "@meetbot/demo-store";
import { createMachine } from "../../../../test/fixtures/machine.ts";
import { startRawMerchant } from "../../../merchant/scripted-merchant.fixture.ts";

// `meetbot test` as a merchant and a CI system use it: by what it prints and how it ends.

const machine = createMachine({ after });
const env = { MEETBOT_SIGNING_SECRET: secret };

/** What `--json` prints of one rule. */
interface Entry {
  rule: string;
  group: string;
  severity: string;
  status: string;
  title: string;
  detail: string | null;
  pointer?: string;
  why: string;
  fix: string;
  curl?: string;
  exchanges?: { request: { body: string }; response: { status: number } | null }[];
}

async function testJson(args: string[], more: Record<string, string> = {}) {
  const options = { env: { ...env, ...more } };
  const { code, stdout, stderr } = await machine.run(["test", ...args, "--json"], options);
  assert.equal(stderr, "");
  const report = JSON.parse(stdout) as Record<string, unknown> & { findings: Entry[] };
  return { code, stdout, report };
}

describe("meetbot test", () => {
  it("passes a good webhook with 0, says how many, and what to do next", async (t) => {
    const url = await startShop(t);
    const data = ["--account", account, "--other-account", otherAccount];
    const args = ["test", url, "--secret", secret, ...data];
    const { code, stdout, stderr } = await machine.run(args);
    assert.deepEqual([code, stderr], [0, ""]);
    const passed = `${rules.length} passed, 0 failed, 0 warnings, 0 not tested`;
    assert(stdout.includes(passed), stdout);
    assert.match(stdout, /meetbot bot create .*--endpoint http:/);
    assert(!stdout.includes(secret.slice(6, -1)) && !stdout.includes("\u001b"));
  });

  it("passes the demo's shop", async (t) => {
    const store = await startDemoStore({
      port: 0,
      signingSecret: secret,
      databaseFile: ":memory:",
      today: "2026-11-24",
    });
    t.after(store.close);
    const { code, report } = await testJson([store.webhookUrl, "--account", "yilia@meetbot.biz"]);
    const wrong = report.findings.filter(({ status }) => status === "fail" || status === "warn");
    // It lives on this machine, and so do its links.
    assert.deepEqual(
      wrong.map(({ rule, status }) => [rule, status]),
      [
        ["orders.links", "warn"],
        ["packages.links", "warn"],
      ],
    );
    assert.equal(code, 0);
  });

  it("tells why and what to do of a bad one, and ends with 1", async (t) => {
    const url = await startShop(t, sabotages["orders.readable"]);
    const { code, stdout } = await machine.run(
      ["test", url, "--account", account, "--only", "orders.readable", "--curl"],
      { env },
    );
    assert.equal(code, 1);
    const lines = stdout.split("\n").map((line) => line.trim());
    for (const told of [
      "Expected a currency code of three letters (ISO 4217) at /orders/0/currency, found nothing.",
      "at  /orders/0/currency",
      "body=$(mktemp) headers=$(mktemp)",
    ]) {
      assert(lines.includes(told), stdout);
    }
    assert.match(stdout, / ✗ orders\.readable .*\n.*\n.*\n +why .*\n +fix .*/);
    assert.match(stdout, /0 passed, 1 failed/);
    assert(!stdout.includes(secret.slice(6, -1)));
  });

  it("fails with --strict where it warns, and where nothing could be tested", async (t) => {
    const url = await startShop(t, sabotages["limits.keep-alive"]);
    const only = ["test", url, "--strict", "--only"];
    const kept = await machine.run([...only, "test"], { env });
    assert.equal(kept.code, 0, kept.stdout);
    const warned = await machine.run([...only, "limits.keep-alive"], { env });
    assert.equal(warned.code, 1);
    assert.match(warned.stdout, /With --strict warnings fail too/);
    const skipped = await machine.run([...only, "orders.pages", "--junit", "-"], { env });
    assert.equal(skipped.code, 1);
    assert.match(skipped.stdout, /failures="1" errors="0" skipped="0"/);
    const lenient = await machine.run(["test", url, "--only", "orders.pages"], { env });
    assert.equal(lenient.code, 0);
    assert.match(lenient.stdout, /Name data of your shop to test the rest/);
  });

  it("prints one JSON object with the exchanges that show a fault", async (t) => {
    const url = await startShop(t, sabotages["security.quiet-refusal"]);
    const { code, stdout, report } = await testJson([url, "--only", "security"]);
    assert.equal(code, 1);
    assert.equal(stdout.trim().split("\n").length, 1);
    const { findings, ...head } = report;
    assert.deepEqual(Object.keys(head), [
      "url",
      "passed",
      "failed",
      "warned",
      "skipped",
      "strict",
      "ok",
      "duration_ms",
    ]);
    assert.deepEqual([head.url, head.failed, head.warned, head.skipped], [url, 1, 0, 0]);
    const failed = findings.find(({ status }) => status === "fail")!;
    assert.deepEqual(
      [failed.rule, failed.group, failed.severity],
      ["security.quiet-refusal", "security", "must"],
    );
    assert.equal(failed.exchanges?.[0]?.response?.status, 401);
    assert.match(failed.curl ?? "", /curl /);
    assert(!stdout.includes(secret.slice(6, -1)), "a webhook that leaks does not leak here");
    assert(findings.every(({ status, exchanges }) => (status === "pass") === !exchanges));
  });

  it("speaks Chinese", async (t) => {
    const url = await startShop(t);
    const args = ["test", url, "--locale", "zh", "--only", "test,orders.pages"];
    const { stdout } = await machine.run(args, { env });
    assert.match(stdout, /✓ test\.token +原样返回测试令牌/);
    assert.match(stdout, /– orders\.pages +未测试：需要 --account。/);
    assert.match(stdout, /通过 5，失败 0，警告 0，未测试 1/);
  });

  it("warns of a URL that a running Meetbot would not call, and calls it this once", async (t) => {
    const url = (await startShop(t)).replace("127.0.0.1", "localhost");
    const only = ["--only", "test.token,limits.public-url"];
    const { code, report } = await testJson([url, ...only], { MEETBOT_OUTBOUND_ALLOW: "" });
    assert.equal(code, 0);
    assert.deepEqual(
      report.findings.map(({ rule, status }) => [rule, status]),
      [
        ["test.token", "pass"],
        ["limits.public-url", "warn"],
      ],
    );
    assert.match(report.findings[1]?.detail ?? "", /internal_name.*MEETBOT_OUTBOUND_ALLOW/);
  });

  it("lists all rules without a webhook", async () => {
    const { code, stdout } = await machine.run(["test", "--list"]);
    const ids = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(" ")[0]);
    assert.deepEqual([code, ids], [0, rules.map(({ id }) => id)]);
  });
});

describe("meetbot test --junit", () => {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-junit-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Reads XML as strictly as its own rules ask, and prints what a CI system would show. */
  const readXml = `
import sys, xml.etree.ElementTree as tree
root = tree.parse(sys.argv[1]).getroot()
print(root.get("tests"), root.get("failures"), root.get("skipped"))
for case in root.iter("testcase"):
    for failure in case.iter("failure"): print(case.get("name"), "|", failure.get("message"))
`;

  it("is XML, whatever a webhook answers", async (t) => {
    const url = await startShop(t, {
      leaving: (reply) => ({ ...reply, body: '<&"\u0001\u001b[2J]]>\ud83d\ude00 not JSON' }),
    });
    const file = join(folder, "report.xml");
    const { code } = await machine.run(["test", url, "--junit", file], { env });
    assert.equal(code, 1);
    assert.match(readFileSync(file, "utf8"), /^<\?xml version="1.0" encoding="UTF-8"\?>\n/);
    const read = execFileSync("python3", ["-c", readXml, file], { encoding: "utf8" });
    const [counts, failure] = read.split("\n");
    assert.equal(counts, `${rules.length} 1 ${rules.length - 2}`);
    assert.match(failure ?? "", /^test\.answer: .* \| HTTP 200: <&"..\[2J\]\]>😀 not JSON$/u);
  });

  it("goes to standard output where that is asked for", async (t) => {
    const url = await startShop(t);
    const args = ["test", url, "--junit", "-", "--only", "test"];
    const { code, stdout } = await machine.run(args, { env });
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^<\?xml [\s\S]*<testsuite name="test" tests="5" failures="0"[\s\S]*<\/testsuites>\n$/,
    );
  });
});

describe("meetbot test that cannot run", () => {
  it("ends with 2 where the webhook cannot be reached, and says why", async (t) => {
    const silent = await startRawMerchant(t, (socket) => socket.end("no HTTP\r\n\r\n"));
    const unreachable: [url: string, says: RegExp][] = [
      ["http://127.0.0.1:1/", /nothing listens at the endpoint's host and port/],
      ["http://shop.invalid/", /could not be looked up|does not exist/],
      [silent.url, /not valid HTTP/],
      ["http://127.0.0.1:4400/", /own_port/],
      ["ftp://shop.example/", /invalid_url/],
      ["http://me:secret@shop.example/", /credentials_in_url/],
    ];
    for (const [url, says] of unreachable) {
      const { code, stdout, stderr } = await machine.run(["test", url], { env });
      assert.deepEqual([code, stdout], [2, ""], stderr);
      assert.match(stderr, says);
      assert.match(stderr, /^meetbot: [^\n]+\n$/);
    }
  });

  it("says that an account is none of the shop's, rather than to look for a missing field", async (t) => {
    const url = await startShop(t);
    const args = ["--account", "nobody@shop.example", "--only", "orders.readable"];
    const { code, stdout } = await machine.run(["test", url, ...args], { env });
    assert.equal(code, 1);
    assert.match(stdout, /has no account "nobody@shop.example".* with --account/);
  });

  it("ends with 2 where it was called in a wrong way, and never repeats a secret", async () => {
    const url = "http://127.0.0.1:1/";
    const wrong: [args: string[], says: RegExp, env?: Record<string, string>][] = [
      [[], /Which webhook/],
      [[url], /MEETBOT_SIGNING_SECRET/, {}],
      [[url, "--secret", ""], /no signing secret/],
      [[url, "--secret", "whsec_abc def"], /white space/],
      [[url, "--only", "orders,order.pages"], /no rule or group "order.pages"/],
      [[url, "--json", "--junit", "-"], /--junit/],
      [[url, "--locale", "fr"], /--locale/],
      [[url], /MEETBOT_LOUD/, { ...env, MEETBOT_LOUD: "1" }],
    ];
    for (const [args, says, environment = env] of wrong) {
      const { code, stdout, stderr } = await machine.run(["test", ...args], { env: environment });
      assert.deepEqual([code, stdout], [2, ""], args.join(" "));
      assert.match(stderr, says);
      assert(!stderr.includes("abc def"));
    }
  });
});
