import assert from "node:assert/strict";
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { apart, isNamed, lanes, leftOut, planTests } from "../../../scripts/test-plan.mjs";
import { hashInputs, proofs } from "../../../scripts/test-proofs.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const exclude = ["**/node_modules/**"];
const files = globSync("{packages,examples}/**/*.test.ts", { cwd: root, exclude });

test("each name in the plan stands for tests that are there", () => {
  const names = [
    ...leftOut.flatMap((entry) => [...entry.names, ...entry.keep]),
    ...lanes.flatMap((lane) => lane.names),
    ...apart,
    ...proofs.flatMap((proof) => proof.files),
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
  const all = planTests(files, { everything: false, due: [] }).leftOut.flatMap(
    (entry) => entry.files,
  );
  assert.deepEqual(all.toSorted(), [...new Set(all)].toSorted());
});

test("with everything, each file runs once, but for proofs that are not due; proofs can run alone", () => {
  const filesOf = (plan: ReturnType<typeof planTests>) =>
    plan.lanes.flatMap((lane) => lane.files).toSorted();
  const whole = planTests(files, { everything: true, due: proofs });
  assert.deepEqual(whole.leftOut, []);
  assert.deepEqual(filesOf(whole), files.toSorted());

  const [first, ...others] = proofs;
  const notDue = others.flatMap((proof) => proof.files);
  const plan = planTests(files, { everything: true, due: [first!] });
  assert.deepEqual(filesOf(plan), files.filter((file) => !notDue.includes(file)).toSorted());
  assert.deepEqual(plan.leftOut[0]?.files.toSorted(), notDue.toSorted());
  const alone = planTests(files, { everything: true, proving: true, due: [first!] });
  assert.deepEqual(filesOf(alone), first!.files);
});

test("a proof is due when a file that it depends on has changed, has come or is gone", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-proofs-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const proof = { name: "one", files: [], inputs: ["one.ts", "room/"] };
  mkdirSync(join(folder, "room/dist"), { recursive: true });
  for (const name of ["package-lock.json", "one.ts", "room/two.ts"]) write(name, "1");
  const seen = [hashInputs(proof, folder)];
  const changes: (() => void)[] = [
    () => write("one.ts", "2"),
    () => write("room/two.ts", "2"),
    () => write("room/three.ts", ""),
    () => rmSync(join(folder, "room/two.ts")),
    () => write("package-lock.json", "2"),
  ];
  for (const change of changes) {
    change();
    const hash = hashInputs(proof, folder);
    assert(!seen.includes(hash));
    seen.push(hash);
  }
  write("room/dist/built.js", "");
  write("other.ts", "");
  assert.equal(hashInputs(proof, folder), seen.at(-1));
  for (const each of proofs) assert.doesNotThrow(() => hashInputs(each), each.name);
});
