import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findFreshBuild } from "../../../scripts/build/builds.mjs";
import { renewStamps, stampFiles } from "../../../scripts/build/file-stamps.mjs";

// What `npx meetbot` runs in a checkout: a build of the source, made where a file has changed.

const workspace = fileURLToPath(new URL("../../../", import.meta.url));
const maker = join(workspace, "scripts/build/make-checkout-build.mjs");
const mapStacks = new URL("../../../scripts/build/map-stacks.mjs", import.meta.url).href;
/** Long before any build: what is written now would count as changed while it was read. */
const past = new Date("2026-01-01");

const root = mkdtempSync(join(tmpdir(), "meetbot-checkout-"));
after(() => rmSync(root, { recursive: true }));

function writeSource(path: string, content: string): void {
  writeFileSync(path, content);
  utimesSync(path, past, past);
}

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, args);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { code, stdout, stderr };
}

/** A folder of builds, and a program that is built into it. */
function createProgram(name: string): { builds: string; entry: string } {
  const builds = join(root, name, "meetbot-build");
  mkdirSync(builds, { recursive: true });
  return { builds, entry: join(root, name, "main.ts") };
}

test("files are unchanged where their content is, whatever their times are", () => {
  const [one, other] = ["one.ts", "other.ts"];
  writeSource(join(root, one), "1");
  writeSource(join(root, other), "2");
  const stamps = stampFiles(root, [one, other, "none.ts"], Date.now());
  assert.equal(renewStamps(root, stamps), stamps);

  writeFileSync(join(root, one), "1");
  const renewed = renewStamps(root, stamps);
  assert.notEqual(renewed, stamps);
  assert.equal(renewStamps(root, renewed!), renewed);

  writeFileSync(join(root, one), "3");
  assert.equal(renewStamps(root, stamps), null, "as long as before");
  writeSource(join(root, one), "1");
  assert.equal(renewStamps(root, stamps), stamps);
  writeSource(join(root, "none.ts"), "");
  assert.equal(renewStamps(root, stamps), null, "one that was not there");
  rmSync(join(root, "none.ts"));
  rmSync(join(root, other));
  assert.equal(renewStamps(root, stamps), null, "one that is gone");
});

test("a file that was written while it was read counts as changed", () => {
  const readSince = Date.now();
  writeFileSync(join(root, "busy.ts"), "1");
  assert.equal(renewStamps(root, stampFiles(root, ["busy.ts"], readSince)), null);
});

test("starts at the same time make one build, and run from an old one until they end", async (t) => {
  const { builds, entry } = createProgram("shared");
  const names = () => readdirSync(builds).filter((name) => /^[0-9a-f]{16}$/.test(name));
  writeSource(entry, "console.log('first');");
  const made = await Promise.all([1, 2, 3].map(() => run(maker, builds, entry)));
  const [first = ""] = made.map(({ stdout }) => stdout);
  for (const { code, stdout, stderr } of made) assert.deepEqual([code, stdout], [0, first], stderr);
  assert.equal(names().length, 1);
  assert.equal(findFreshBuild(builds, workspace), first);
  assert.equal((await run(join(first, "main.js"))).stdout, "first\n");

  const stays = "process.stdin.resume(); console.log('runs');";
  const running = spawn(process.execPath, ["--eval", stays, "--", join(first, "main.js")]);
  t.after(() => running.kill());
  await once(running.stdout, "data");
  for (const word of ["second", "third", "fourth"]) {
    writeSource(entry, `console.log('${word}');`);
    assert.equal(findFreshBuild(builds, workspace), null);
    const { stdout } = await run(maker, builds, entry);
    assert.equal((await run(join(stdout, "main.js"))).stdout, `${word}\n`);
  }
  // That which runs, the one before, and the one that is current.
  assert.equal(names().length, 3);
  assert(names().some((name) => first.endsWith(name)));
});

test("an error of a build names the file and line of the source", async () => {
  const { builds, entry } = createProgram("failing");
  writeSource(entry, "interface Nothing {}\n\nthrow new Error('here');\n");
  const build = await run(maker, builds, entry);
  const { stderr } = await run(`--import=${mapStacks}`, join(build.stdout, "main.js"));
  assert.match(stderr, /Error: here/);
  assert(stderr.includes(`at ${pathToFileURL(entry)}:3:`), stderr);
});

test("source that does not build, and a missing esbuild, are said in a few lines", async () => {
  const { builds, entry } = createProgram("broken");
  writeSource(entry, "const one = ;\n");
  const broken = await run(maker, builds, entry);
  assert.deepEqual([broken.code, broken.stdout], [1, ""]);
  assert.match(broken.stderr, /main\.ts:1:12/);
  assert.match(broken.stderr, /^meetbot: the source does not build/m);
  assert.doesNotMatch(broken.stderr, /\n {4}at /);

  const hideEsbuild = `import { registerHooks } from "node:module";
    registerHooks({ resolve: (name, context, next) =>
      next(name, name === "esbuild" ? { ...context, parentURL: "file:///none/x.mjs" } : context) });`;
  const hidden = `--import=data:text/javascript,${encodeURIComponent(hideEsbuild)}`;
  const missing = await run(hidden, maker, builds, entry);
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, /^meetbot: .*esbuild, which is not installed\. Run npm ci\.\n$/);
});
