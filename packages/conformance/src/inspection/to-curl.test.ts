import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { describe, it } from "node:test";
import type { RuleId } from "../rules/ids/rule-ids.ts";
import { run } from "../run/run.fixture.ts";
import { sabotages } from "../run/sabotages.fixture.ts";
import { account, secret, startShop } from "../run/shop.fixture.ts";
import { quote, toCurl, toResent } from "./to-curl.ts";

function runShell(script: string): Promise<string> {
  const { PATH = "" } = process.env;
  const env = { PATH, MEETBOT_SIGNING_SECRET: secret };
  return new Promise((resolve, reject) => {
    execFile("sh", ["-eu"], { env, cwd: tmpdir() }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    }).stdin!.end(script);
  });
}

/** A rule for each way in which a request is made. */
const shown: RuleId[] = [
  "test.token-verbatim",
  "security.unsigned",
  "security.missing-id",
  "security.wrong-secret",
  "security.altered-body",
  "security.altered-id",
  "security.stale",
  "security.replay",
  "security.second-attempt",
  "security.split-body",
  "security.rotation",
  "security.hub-rescue",
  "security.malformed",
  "security.plain-hash",
  "orders.number-as-string",
  "robustness.quotes",
  "robustness.broken-json",
  "robustness.body-limit",
  "robustness.huge-body",
  "robustness.get",
];

describe("toCurl", { concurrency: 2 }, () => {
  for (const id of shown) {
    it(`shows ${id} again, in a shell`, async (t) => {
      const url = await startShop(t, sabotages[id as keyof typeof sabotages]);
      const [finding] = await run(url, { account }, { only: new Set([id]) });
      assert.equal(finding?.rule, id);
      const script = toCurl(toResent(finding.exchanges));
      assert(!script.includes(secret.slice(6)), "the secret stays in the environment");
      assert(!/npx|meetbot sign/.test(script), "it takes what every machine has");
      const printed = await runShell(script);
      const statuses = [...printed.matchAll(/^HTTP\/1.1 (\d+)/gm)].map(([, status]) =>
        Number(status),
      );
      assert.deepEqual(
        statuses,
        finding.exchanges.map(({ exchange }) => exchange.httpStatus),
        printed,
      );
    });
  }

  it("quotes whatever a URL or a body holds", async () => {
    const text = 'a\'b "$HOME" `id` \\ $(id)\n*!';
    assert.equal(await runShell(`printf %s ${quote(text)}`), text);
  });
});
