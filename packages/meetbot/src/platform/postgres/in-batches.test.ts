import assert from "node:assert/strict";
import { test } from "node:test";
import { inBatches } from "./in-batches.ts";

interface Item {
  conversationId: string;
  nth: number;
}

/** Batches that are done when the test says so; what is done alone ends with `alone`. */
function startBatches(answer: (item: Item) => string | null = ({ nth }) => `${nth}`) {
  const batches: { items: number[]; end(): void; fail(): void }[] = [];
  const put = inBatches<Item, string>({
    keyOf: ({ conversationId }) => conversationId,
    together(items) {
      const { promise, resolve, reject } = Promise.withResolvers<(string | null)[]>();
      batches.push({
        items: items.map(({ nth }) => nth),
        end: () => resolve(items.map(answer)),
        fail: () => reject(new Error("This batch fails.")),
      });
      return promise;
    },
    alone: async ({ nth }) => `${nth} alone`,
  });
  return { put, batches };
}

/** All that can happen by itself has happened. */
const settled = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test("what comes at once goes together, and what comes meanwhile is gathered for the next", async () => {
  const { put, batches } = startBatches();
  const item = (nth: number) => put({ conversationId: `c_${nth}`, nth });
  const first = [item(1), item(2), item(3)];
  await settled();
  const second = item(4);
  await settled();
  const later = [item(5), item(6)];
  await settled();
  assert.deepEqual(
    batches.map(({ items }) => items),
    [[1, 2, 3], [4]],
  );
  batches[0]!.end();
  assert.deepEqual(await Promise.all(first), ["1", "2", "3"]);
  await settled();
  assert.deepEqual(batches[2]?.items, [5, 6]);
  for (const { end } of batches.slice(1)) end();
  assert.deepEqual(await Promise.all([second, ...later]), ["4", "5", "6"]);
});

test("a batch has one item of each conversation, and 32 at most", async () => {
  const { put, batches } = startBatches();
  void put({ conversationId: "same", nth: 1 });
  void put({ conversationId: "same", nth: 2 });
  for (let nth = 3; nth <= 50; nth++) void put({ conversationId: `c_${nth}`, nth });
  await settled();
  assert.equal(batches[0]?.items.length, 32);
  assert(batches[0].items.includes(1) && !batches[0].items.includes(2));
  assert.deepEqual(batches[1]?.items.slice(0, 2), [2, 34]);
});

test("what would have had to wait is done alone, and holds up no batch", async () => {
  const { put, batches } = startBatches(({ nth }) => (nth === 2 ? null : `${nth}`));
  const done = [1, 2, 3].map((nth) => put({ conversationId: `c_${nth}`, nth }));
  await settled();
  batches[0]!.end();
  assert.deepEqual(await Promise.all(done), ["1", "2 alone", "3"]);
});

test("each item of a batch that fails is done alone", async () => {
  const { put, batches } = startBatches();
  const done = [1, 2].map((nth) => put({ conversationId: `c_${nth}`, nth }));
  await settled();
  batches[0]!.fail();
  assert.deepEqual(await Promise.all(done), ["1 alone", "2 alone"]);
});
