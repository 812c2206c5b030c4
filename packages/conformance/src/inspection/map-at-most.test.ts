import assert from "node:assert/strict";
import { test } from "node:test";
import { mapAtMost } from "./map-at-most.ts";

test("has so many items under way, and gives results in the order of the items", async () => {
  for (const most of [1, 3]) {
    const inside = new Set<number>();
    let highest = 0;
    const doubled = await mapAtMost(
      () => most,
      [5, 1, 3, 2],
      async (item) => {
        inside.add(item);
        highest = Math.max(highest, inside.size);
        for (let turn = 0; turn < item; turn += 1) await new Promise(setImmediate);
        inside.delete(item);
        return item * 2;
      },
    );
    assert.deepEqual(doubled, [10, 2, 6, 4]);
    assert.equal(highest, most);
  }
});

test("fails where one fails, and begins nothing more", async () => {
  const begun: number[] = [];
  const failing = mapAtMost(
    () => 1,
    [1, 2, 3],
    async (item) => {
      begun.push(item);
      if (item === 2) throw new Error("no");
    },
  );
  await assert.rejects(failing, /no/);
  assert.deepEqual(begun, [1, 2]);
});
