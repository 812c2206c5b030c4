import assert from "node:assert/strict";
import { test } from "node:test";
import { createGate } from "./gate.ts";

test("lets no more through at once than it may, in the order in which they came", async () => {
  let inside = 0;
  const [most, came]: number[][] = [[], []];
  const gate = createGate(() => 2);
  const passed = [0, 1, 2, 3, 4].map((at) =>
    gate.pass(async () => {
      inside += 1;
      most!.push(inside);
      came!.push(at);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    }),
  );
  await Promise.all(passed);
  assert.deepEqual(came, [0, 1, 2, 3, 4]);
  assert.equal(Math.max(...most!), 2);
});

test("lets what takes all places through when nothing else is inside, and nothing beside it", async () => {
  const inside = new Set<string>();
  const [came, met]: string[][] = [[], []];
  const gate = createGate(() => 2);
  const pass = (name: string, places?: number) =>
    gate.pass(async () => {
      came!.push(name);
      if (inside.size > 0) met!.push(`${[...inside].join("")} ${name}`);
      inside.add(name);
      await new Promise((resolve) => setImmediate(resolve));
      inside.delete(name);
    }, places);
  await Promise.all([pass("a"), pass("b"), pass("C", 3), pass("d"), pass("e")]);
  assert.equal(came!.length, 5);
  assert(met!.length > 0);
  assert.deepEqual(
    met!.filter((names) => names.includes("C")),
    [],
  );
});

test("goes on where work failed", async () => {
  const gate = createGate(() => 1);
  const failed = gate.pass(() => Promise.reject(new Error("no")));
  await assert.rejects(failed);
  assert.equal(await gate.pass(async () => "yes"), "yes");
});
