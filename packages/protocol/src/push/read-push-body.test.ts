import assert from "node:assert/strict";
import { test } from "node:test";
import { nowMs, packageChanged, pushOf } from "./push.fixture.ts";
import { PushError } from "./push-error.ts";
import { maxPushBatchBytes } from "./push-limits.ts";
import { readPushBody } from "./read-push-body.ts";

test("a push is the same text alone, with white space, and in a batch", () => {
  const alone = readPushBody(JSON.stringify(packageChanged, null, 2), nowMs);
  const batch = readPushBody(JSON.stringify({ pushes: [packageChanged] }), nowMs);
  assert.equal(alone.isBatch, false);
  assert.equal(batch.isBatch, true);
  assert.deepEqual(batch.items, alone.items);
  const [item] = alone.items;
  assert.ok(item && "text" in item);
  assert.equal(item.text, JSON.stringify(packageChanged));
});

test("a bad push of a batch keeps its place and its id, and the others are read", () => {
  const bad = pushOf("order.lost", {});
  const large = pushOf("test", { test_token: "t", more: "x".repeat(65_536) });
  const { items } = readPushBody(
    JSON.stringify({ pushes: [packageChanged, bad, null, large, packageChanged] }),
    nowMs,
  );
  assert.deepEqual(
    items.map((item) => ("error" in item ? [item.error.number, item.id] : item.push.id)),
    ["push_7f3k", [10005, "push_1"], [10100, undefined], [10100, "push_1"], "push_7f3k"],
  );
});

test("a push that is none is an item too", () => {
  const { isBatch, items } = readPushBody("{}", nowMs);
  assert.equal(isBatch, false);
  assert.ok(items[0] && "error" in items[0]);
  assert.equal(items[0].error.number, 10003);
});

const refused: [name: string, body: string, status: number][] = [
  ["no JSON", "push", 400],
  ["a batch of none", '{"pushes":[]}', 400],
  ["a batch of 101", JSON.stringify({ pushes: Array(101).fill({}) }), 400],
  ["a batch that is no list", '{"pushes":{}}', 400],
  ["a push of more than 64 KiB", JSON.stringify({ more: "x".repeat(65_536) }), 413],
  ["more than 1 MiB", JSON.stringify({ pushes: ["x".repeat(maxPushBatchBytes)] }), 413],
];

for (const [name, body, status] of refused) {
  test(`refuses ${name} as a whole`, () => {
    assert.throws(
      () => readPushBody(body, nowMs),
      (error) => error instanceof PushError && error.status === status,
    );
  });
}

test("takes 100 pushes at once", () => {
  const pushes = Array(100).fill(packageChanged);
  assert.equal(readPushBody(JSON.stringify({ pushes }), nowMs).items.length, 100);
});
