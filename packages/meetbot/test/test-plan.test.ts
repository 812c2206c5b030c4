import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { apart, isNamed, lanes, leftOut, planTests } from "../../../scripts/test-plan.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const exclude = ["**/node_modules/**"];
const files = globSync("{packages,examples}/**/*.test.ts", { cwd: root, exclude });

test("each name in the plan stands for tests that are there", () => {
  const names = [
    ...leftOut.flatMap((entry) => [...entry.names, ...entry.keep]),
    ...lanes.flatMap((lane) => lane.names),
    ...apart,
  ];
  const gone = names.filter((name) => !files.some((file) => isNamed([name], file)));
  assert.deepEqual(gone, []);
});

test("what is kept would otherwise be left out, and no file is left out for two reasons", () => {
  for (const { names, keep } of leftOut) {
    assert.deepEqual(
      keep.filter((file) => !isNamed(names, file)),
      [],
    );
  }
  const all = planTests(files, { everything: false }).leftOut.flatMap((entry) => entry.files);
  assert.deepEqual(all.toSorted(), [...new Set(all)].toSorted());
});

test("with everything, each file runs once", () => {
  const plan = planTests(files, { everything: true });
  assert.deepEqual(plan.leftOut, []);
  assert.deepEqual(plan.lanes.flatMap((lane) => lane.files).toSorted(), files.toSorted());
});
