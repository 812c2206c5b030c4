import assert from "node:assert/strict";
import { test } from "node:test";
import { createTurnstile } from "./turnstile.ts";

test("two at once, the others in their order, also behind one that fails", async () => {
  const enter = createTurnstile(2);
  const order: number[] = [];
  const ends = [1, 2, 3, 4].map(() => Promise.withResolvers<void>());
  const works = ends.map(({ promise }, nth) =>
    enter(async () => {
      order.push(nth);
      await promise;
    }),
  );
  assert.deepEqual(order, [0, 1]);
  ends[1]!.reject(new Error("broken"));
  await assert.rejects(works[1]!, /broken/);
  ends[2]!.resolve();
  await works[2];
  ends[3]!.resolve();
  await works[3];
  ends[0]!.resolve();
  await works[0];
  assert.deepEqual(order, [0, 1, 2, 3]);
});
