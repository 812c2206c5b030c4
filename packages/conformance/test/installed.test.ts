import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sabotages } from "@meetbot/conformance/run/sabotages.fixture.ts";
import { secret, startShop } from "@meetbot/conformance/run/shop.fixture.ts";
import { createMachine } from "../../meetbot/test/fixtures/machine.ts";

// `meetbot-test` as a merchant has it who installed @meetbot/conformance and nothing else.

const run = promisify(execFile);
const workspace = fileURLToPath(new URL("../../../", import.meta.url));
const machine = createMachine({ after });
const folder = mkdtempSync(join(tmpdir(), "meetbot-installed-"));
const bin = join(folder, "node_modules/@meetbot/conformance/bin/meetbot-test.js");

before(async () => {
  await Promise.all([...closureOf("@meetbot/conformance")].map(install));
});
after(() => rmSync(folder, { recursive: true }));

describe("meetbot-test", () => {
  it("needs no database, no web framework and nothing else of a server's", () => {
    assert.deepEqual([...closureOf("@meetbot/conformance")].sort(), [
      "@meetbot/conformance",
      "@meetbot/network",
      "@meetbot/protocol",
      "commander",
      "undici",
    ]);
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

/** All that npm installs with a package. */
function closureOf(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const manifest = JSON.parse(readFileSync(join(sourceOf(name), "package.json"), "utf8"));
  for (const needed of Object.keys({
    ...manifest.dependencies,
    ...manifest.optionalDependencies,
  })) {
    closureOf(needed, found);
  }
  return found;
}

function isOurs(name: string): boolean {
  return name.startsWith("@meetbot/");
}

function sourceOf(name: string): string {
  return join(workspace, isOurs(name) ? "packages" : "node_modules", name.replace("@meetbot/", ""));
}

/** Lays a package out as npm would, ours from what their builds emit. */
async function install(name: string): Promise<void> {
  const [source, target] = [sourceOf(name), join(folder, "node_modules", name)];
  if (!isOurs(name)) return cpSync(source, target, { recursive: true });
  mkdirSync(target, { recursive: true });
  for (const file of ["package.json", "bin"]) {
    if (existsSync(join(source, file))) {
      cpSync(join(source, file), join(target, file), { recursive: true });
    }
  }
  // Types are checked elsewhere; here each would need the one before it built.
  const options = ["--noCheck", "--declaration", "false", "--outDir", join(target, "dist")];
  const compiler = join(workspace, "node_modules/.bin/tsc");
  await run(compiler, ["-p", join(source, "tsconfig.build.json"), ...options]);
}
