import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openTestStore } from "../store.fixture.ts";
import { durationAt, durationClassText } from "./duration-class.ts";

/** Ten seconds is longer than any delivery. */
const maxMs = 10_000;

test("a percentile by classes is off by 9.1 % and half a millisecond at most, at any share", async (t) => {
  const { run } = await openTestStore(t);
  const rows = (await run(
    `select ${durationClassText("ms")} as class from generate_series(0, ${maxMs}) as ms`,
  )) as { class: number }[];
  const classOf = (ms: number) => rows[ms]?.class ?? Number.NaN;

  const durations = fc.array(fc.integer({ min: 0, max: maxMs }), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(durations, fc.double({ min: 0, max: 1, noNaN: true }), (ms, share) => {
      const counts = new Map<number, number>();
      for (const one of ms) counts.set(classOf(one), (counts.get(classOf(one)) ?? 0) + 1);
      const estimate = durationAt(
        share,
        [...counts].map(([durationClass, count]) => ({ durationClass, count })),
      );
      const sorted = ms.toSorted((one, other) => one - other);
      const exact = sorted[Math.max(1, Math.ceil(share * ms.length)) - 1]!;
      assert(estimate !== null);
      assert(Math.abs(estimate - exact) <= exact * 0.091 + 1, `${estimate} for ${exact}`);
    }),
  );
});

test("of no durations there is no percentile", () => {
  assert.equal(durationAt(0.5, []), null);
});
