import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const reporter = fileURLToPath(new URL("../../../scripts/left-out-reporter.ts", import.meta.url));

test("npm test ends with what was left out, by reason", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-left-out-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "some.test.mjs");
  writeFileSync(
    file,
    `import { describe, test } from "node:test";
     const skip = "there is no \`go\` on the PATH";
     test("runs", () => {});
     test("one", { skip }, () => {});
     describe("all of these", { skip }, () => test("never", () => {}));
     test("another", { skip: "it is Tuesday" }, () => {});`,
  );
  // Inside of a test, a test runner would take itself for one of its files.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const args = ["--test", `--test-reporter=${reporter}`, file];
  const { stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  assert.equal(
    stdout,
    `
Left out, because there is no \`go\` on the PATH:
  one
  all of these

Left out, because it is Tuesday:
  another
`,
    stderr,
  );
});
