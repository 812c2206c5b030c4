import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { runFiles } from "../../../scripts/test-pool.mjs";
import {
  describeCounts,
  describeFailures,
  describeFile,
  describeLanes,
  describeSkipped,
  type FileResult,
} from "../../../scripts/test-results.mjs";
import { startTestRun } from "../../../scripts/test-run.mjs";

/** Test files' contents by name. Each records the process it ran in, and what it found there. */
const sources = {
  red: `import { describe, test } from "node:test";
test("is green", () => {});
test("is left out", { skip: "nothing is installed" }, () => {});
describe("a group", () => {
  test("is red", () => { throw new Error("the first line\\n" + "another\\n".repeat(50)); });
});`,
  broken: `throw new Error("does not load");`,
  hooked: `import { after, before, beforeEach, test } from "node:test";
import { writeFileSync } from "node:fs";
let count = 0;
before(() => { count += 1; });
beforeEach(() => { count += 1; });
after(() => writeFileSync("hooked-" + process.pid + "-" + count, ""));
test("one", () => {});
test("two", () => {});`,
  plain: `import { test } from "node:test";
import { writeFileSync } from "node:fs";
test("is green", () => writeFileSync("plain-" + process.pid, ""));`,
  gone: `import { test } from "node:test";
test("ends the process", () => process.exit(3));
test("never begins", () => {});`,
  late: `import { test } from "node:test";
test("is over", () => { setTimeout(() => { throw new Error("too late"); }, 1); });
test("goes on", () => new Promise((resolve) => setTimeout(resolve, 50)));`,
  last: `import { test } from "node:test";
import { writeFileSync } from "node:fs";
test("is green", () => writeFileSync("last-" + process.pid, ""));`,
};

test("files share a process, their hooks are their own, and what goes wrong is told of the file it was in", async (t) => {
  const root = mkdtempSync(join(tmpdir(), "meetbot-pool-"));
  for (const [name, source] of Object.entries(sources))
    writeFileSync(join(root, `${name}.mjs`), source);
  const run = startTestRun({ node: process.execPath, root });
  t.after(() => {
    run.end();
    rmSync(root, { recursive: true });
  });
  const results: FileResult[] = [];
  const files = Object.keys(sources).map((name) => `${name}.mjs`);
  await runFiles({
    run,
    files,
    width: 1,
    isApart: (file) => file === "last.mjs",
    onFile: (result) => results.push(result),
  });

  const failedOf = (name: string) =>
    results.filter(({ file }) => file === `${name}.mjs`).flatMap(({ failed }) => failed);
  assert.deepEqual(
    results.map(({ file }) => file),
    ["last.mjs", ...files.slice(0, -1), "late.mjs"],
  );
  assert.deepEqual(
    failedOf("red").map(({ name }) => name),
    ["is red"],
  );
  assert.match(failedOf("broken")[0]!.error, /does not load/);
  assert.match(failedOf("gone")[0]!.error, /ended \(3\) before/);
  assert.match(failedOf("late")[0]!.error, /"is over".+ended.+too late/s);
  for (const name of ["hooked", "plain", "last"]) assert.deepEqual(failedOf(name), []);

  const left = readdirSync(root).filter((name) => /^(hooked|plain|last)-/.test(name));
  const processes = left.map((name) => name.split("-")[1]);
  assert.equal(left.length, 3);
  assert.equal(new Set(processes).size, 2, "a file that is apart has a process of its own");
  assert(left.some((name) => /^hooked-\d+-3$/.test(name)));
  assert.equal(describeCounts(results), "7 passed, 4 failed, 1 skipped");
  assert.match(describeSkipped(results), /because nothing is installed:\n {2}is left out$/);
  const failures = describeFailures(results);
  assert.match(failures, /\n✖ red\.mjs: is red\n {4}Error: the first line\n/);
  assert.equal(failures.match(/another/g)?.length, 13);
  assert.doesNotMatch(failures, /is green|a group/);
  assert.match(describeFile(results[1]!), /^✖ .*red\.mjs: 1 passed, 1 skipped\n {2}✖ is red\n/);
});

const result = { file: "x.test.ts", ms: 2_400, passed: 1, failed: [], skipped: [] };

test("many failures are all named, and their errors end before a log's end is full", () => {
  const failed = [{ name: "is red", error: "e".repeat(5_000), whole: "" }];
  const failures = describeFailures(Array.from({ length: 40 }, () => ({ ...result, failed })));
  assert.equal(failures.match(/✖ x\.test\.ts: is red/g)?.length, 40);
  assert(failures.length < 11_000, `${failures.length}`);
  assert.equal(describeFailures([result]), "");
});

test("a lane tells its time, its slowest files, and that it is over its budget", () => {
  const results = Array.from({ length: 12 }, (_, n) => ({ ...result, file: `${n}.ts`, ms: n }));
  const told = describeLanes([
    { name: "code", seconds: 12, budgetS: 10, results },
    { name: "alone", seconds: 5, budgetS: 10, results: [result] },
    { name: "browser", seconds: 0, budgetS: 10, results: [] },
  ]);
  assert.match(told, /code +12 files +12\.0 s {2}over its budget of 10 s\n +0\.0 s {2}11\.ts\n/);
  assert.match(told, /alone +1 files +5\.0 s\n +2\.4 s {2}x\.test\.ts$/);
  assert.doesNotMatch(told, / 1\.ts|browser/);
});
