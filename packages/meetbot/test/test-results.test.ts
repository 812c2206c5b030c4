import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { describeFailures, describeSlowest } from "../../../scripts/test-results.mjs";

const reporter = fileURLToPath(new URL("../../../scripts/results-reporter.ts", import.meta.url));

const red = `import { describe, test } from "node:test";
test("is green", () => {});
describe("a group", () => {
  test("is red", () => { throw new Error("the first line\\n" + "another\\n".repeat(50)); });
});`;
const broken = `throw new Error("does not load");`;
const green = `import { test } from "node:test"; test("is green", () => {});`;

test("the end of a run has each failed test of each part, with its file and the first lines, and the slowest files", (t) => {
  const cwd = mkdtempSync(join(tmpdir(), "meetbot-results-"));
  t.after(() => rmSync(cwd, { recursive: true }));
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const parts = [
    { name: "side by side", sources: { red } },
    { name: "alone", sources: { broken, green } },
  ].map(({ name, sources }, nth) => {
    const results = join(cwd, `results-${nth}.jsonl`);
    const files = Object.entries(sources).map(([file, source]) => {
      writeFileSync(join(cwd, `${file}.test.mjs`), source);
      return `${file}.test.mjs`;
    });
    const to = [`--test-reporter=${reporter}`, `--test-reporter-destination=${results}`];
    spawnSync(process.execPath, ["--test", ...to, ...files], { cwd, env });
    return { name, results };
  });

  const failures = describeFailures(parts);
  assert.match(failures, /^\n2 failed:\n✖ red\.test\.mjs: is red\n {4}Error: the first line\n/);
  assert.match(failures, /\n✖ broken\.test\.mjs: /);
  assert.equal(failures.match(/another/g)?.length, 13);
  assert.doesNotMatch(failures, /is green|a group/);
  const slowest = describeSlowest(parts);
  assert.match(slowest, /of 1 files that ran side by side:\n +\d+\.\d s {2}red\.test\.mjs\n/);
  assert.match(slowest, /that ran alone:[\s\S]* s {2}green\.test\.mjs/);
  assert.equal(describeFailures([{ name: "none", results: join(cwd, "none") }]), "");
});

test("many failures are all named, and their errors end before a log's end is full", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-results-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const results = join(folder, "results.jsonl");
  const line = { file: "x.test.ts", failed: "is red", error: "e".repeat(5_000) };
  writeFileSync(results, `${JSON.stringify(line)}\n`.repeat(40));
  const failures = describeFailures([{ name: "alone", results }]);
  assert.equal(failures.match(/✖ x\.test\.ts: is red/g)?.length, 40);
  assert(failures.length < 11_000, `${failures.length}`);
});
