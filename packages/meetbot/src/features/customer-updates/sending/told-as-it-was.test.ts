import assert from "node:assert/strict";
import { test } from "node:test";
import { type ParcelStatus, parcelStatuses } from "@meetbot/presentation";
import type { Package } from "@meetbot/protocol";
import fc from "fast-check";
import { openNews } from "../store/judge-news.fixture.ts";
import { weigh } from "./candidate.ts";
import type { FoundTruth } from "./query-current-state.ts";

/** A parcel's way with tries that fail, and for each of its pushes how many stops the shop is ahead when it is asked. */
const ways = fc
  .tuple(
    fc.subarray(["picked_up", "in_transit"] as const),
    fc.array(fc.constantFrom("attempt_failed", "damaged"), { minLength: 1, maxLength: 3 }),
  )
  .map(([begin, troubles]): ParcelStatus[] => [
    ...begin,
    ...troubles.flatMap((trouble) => ["out_for_delivery" as const, trouble]),
    ...(["out_for_delivery", "delivered"] as const),
  ])
  .chain((way) =>
    fc.tuple(
      fc.constant(way),
      fc.array(fc.nat(4), { minLength: way.length, maxLength: way.length }),
    ),
  );

test("however far the shop is ahead of its pushes, what is told is a part of what happened, in order", async (t) => {
  const news = await openNews(t);
  await news.follow();
  const property = fc.asyncProperty(ways, async ([way, ahead]) => {
    const number = news.fresh("PARCEL");
    const told: string[] = [];
    let real = 0;
    for (const [nth, status] of way.entries()) {
      real = Math.min(way.length - 1, Math.max(real, nth + ahead[nth]!));
      const [lease] = await news.push({ status, atH: nth }, number);
      const weighed = weigh(lease!.said, answered(number, way[real]!));
      if (weighed.kind === "silent") continue;
      assert(weighed.kind === "news", weighed.kind);
      const { source } = weighed.candidate;
      const own = { status: weighed.candidate.status as ParcelStatus, number, source };
      const judged = await news.judge(lease!, own);
      if (judged.verdict === "told") told.push(judged.status);
    }
    let from = 0;
    for (const status of told) {
      from = way.indexOf(status as ParcelStatus, from) + 1;
      assert(from > 0, `${told} of ${way}, ahead by ${ahead}`);
    }
    assert.equal(told.at(-1), "delivered");
  });
  await fc.assert(property, { numRuns: Number(process.env.PROOF_RUNS ?? 60) });
});

/** The shop speaks our words here. */
function answered(number: string, status: ParcelStatus): FoundTruth {
  assert(status in parcelStatuses);
  const parcel: Package = { order_number: "A-1", package_number: number, package_status: status };
  const answer = { kind: "packages" as const, packages: [parcel], hasNextPage: false };
  const question = { method: "packages" as const, packageNumber: number, page: 1 };
  return { kind: "found", number, status, heard: [{ question, answer }] };
}
