import assert from "node:assert/strict";
import { test } from "node:test";
import { findByNumber } from "./find-by-number.ts";
import type { Inspection } from "./inspection.ts";
import { mapAtMost } from "./map-at-most.ts";

/** A shop with sixty orders that are open, each query of which takes so long. */
function inspectionOf(queryMs: number) {
  const asked: string[] = [];
  const answer = (body: string): object => {
    const { params, pagination } = JSON.parse(body);
    const { filter, order_number: number } = params;
    if (number !== undefined) asked.push(number);
    const all = filter === "open" ? Array.from({ length: 60 }, (_, at) => `A-${at}`) : [];
    const page = all.slice((pagination?.page - 1) * 10, pagination?.page * 10);
    const orders = (number === undefined ? page : [number]).map((one) => ({
      ...{ order_number: one, currency: "EUR", timestamp: "1763000000", status: "sent" },
      summary: { total_cost: 1 },
    }));
    const hasMore = all.length > pagination?.page * 10;
    return { success: true, object: "orders", has_next_page: hasMore, orders };
  };
  const known = new Map<string, Promise<unknown>>();
  const inspection = {
    ...{ webhook: { account: "ada@shop.example", pageId: "1" }, isSlow: () => false },
    ask: async ({ body }: { body: string }) => {
      const outcome = { kind: "received", text: JSON.stringify(answer(body)) };
      return { outcome, exchange: { durationMs: queryMs } };
    },
    each: <Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>) =>
      mapAtMost(() => 1, items, work),
    once: (name: string, find: () => Promise<unknown>) => {
      known.set(name, known.get(name) ?? find());
      return known.get(name);
    },
  } as unknown as Inspection;
  return { inspection, asked };
}

test("of many orders forty are asked for by number, and fewer of a slow webhook", async () => {
  for (const [queryMs, count] of [
    [20, 40],
    [500, 13],
    [3_000, 5],
  ] as const) {
    const { inspection, asked } = inspectionOf(queryMs);
    assert.equal((await findByNumber(inspection)).length, count);
    assert.deepEqual(
      asked,
      Array.from({ length: count }, (_, at) => `A-${at}`),
    );
  }
});
