import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sabotages } from "@meetbot/conformance/run/sabotages.fixture.ts";
import { secret, startShop } from "@meetbot/conformance/run/shop.fixture.ts";
import { bundle } from "../../../scripts/release/bundle.mjs";
import { programs } from "../../../scripts/release/programs.mjs";
import { createMachine } from "../../meetbot/test/fixtures/machine.ts";

// `meetbot-test` as a merchant has it who installed @meetbot/conformance and nothing else.

const run = promisify(execFile);
const source = fileURLToPath(new URL("../", import.meta.url));
const machine = createMachine({ after });
const folder = mkdtempSync(join(tmpdir(), "meetbot-installed-"));
const installed = join(folder, "node_modules/@meetbot/conformance");
const bin = join(installed, "bin/meetbot-test.js");

before(async () => {
  const program = programs["@meetbot/conformance"];
  await bundle({ ...program, folder: join(installed, "dist") });
  cpSync(join(source, "bin"), join(installed, "bin"), { recursive: true });
  cpSync(join(source, "package.json"), join(installed, "package.json"));
});
after(() => rmSync(folder, { recursive: true }));

describe("meetbot-test", () => {
  it("needs nothing else to be installed", () => {
    const manifest = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
    const published = programs["@meetbot/conformance"].manifest(manifest);
    assert.deepEqual([published.dependencies, published.optionalDependencies], [undefined, undefined]);
  });

  it("lists the rules as meetbot test does", async () => {
    const [own, whole] = await both(["--list"]);
    assert.deepEqual(own, whole);
  });

  it("reports a webhook as meetbot test does, and ends as it does", async (t) => {
    for (const sabotage of [{}, sabotages["test.content-type"]]) {
      const url = await startShop(t, sabotage);
      const [own, whole] = await both([url, "--secret", secret, "--only", "test"]);
      assert.deepEqual(own, whole);
    }
  });

  it("says in its own name what it was not given", async () => {
    const { code, stderr } = await runAlone([]);
    assert.deepEqual(
      [code, stderr],
      [2, "meetbot-test: Which webhook? meetbot-test URL --secret …\n"],
    );
  });
});

interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The same of `meetbot-test` and of `meetbot test`, without times and names. */
async function both(args: string[]): Promise<Finished[]> {
  const finished = await Promise.all([runAlone(args), machine.run(["test", ...args])]);
  return finished.map(({ code, stdout, stderr }) => ({
    code,
    stderr,
    stdout: stdout
      .replace(/ [\d.]+ m?s$/gm, " …")
      .replace(/npx (meetbot test|@meetbot\/conformance) /g, "npx … "),
  }));
}

async function runAlone(args: string[]): Promise<Finished> {
  const env = { PATH: process.env.PATH, MEETBOT_OUTBOUND_ALLOW: "127.0.0.1" };
  try {
    return { code: 0, ...(await run(process.execPath, [bin, ...args], { cwd: folder, env })) };
  } catch (error) {
    const { code, stdout, stderr } = error as Finished;
    return { code, stdout, stderr };
  }
}
