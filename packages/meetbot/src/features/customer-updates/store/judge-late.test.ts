import assert from "node:assert/strict";
import { test } from "node:test";
import { type ParcelStatus, parcelStatuses } from "@meetbot/presentation";
import { openNews } from "./judge-news.fixture.ts";

const hourMs = 3_600_000;

/** A customer who reads a status on the screen and asks to be kept posted, and what their carrier sends late. */
async function openLate(t: Parameters<typeof openNews>[0]) {
  const news = await openNews(t);
  const known = (status: ParcelStatus, number: string) => {
    const { kind, rank } = parcelStatuses[status];
    return { of: "package" as const, number, status, kind, rank };
  };
  return async (
    read: ParcelStatus,
    ...late: { status: ParcelStatus; hoursAgo: number; source?: "push" | "both" }[]
  ) => {
    const number = news.fresh("LATE");
    await news.run("delete from conversations");
    await news.follow([known(read, number)]);
    const told: string[] = [];
    for (const { status, hoursAgo, source = "both" } of late) {
      const at = new Date(Date.now() - hoursAgo * hourMs);
      const [lease] = await news.push({ status, at }, number);
      const judged = await news.judge(lease!, { status, number, source });
      told.push(judged.verdict);
    }
    return told;
  };
}

test("what a carrier sends late is told to whoever has not read of it", async (t) => {
  const verdicts = await openLate(t);
  const delivered = { status: "delivered", hoursAgo: 3 } as const;
  assert.deepEqual(await verdicts("in_transit", delivered), ["told"]);
  assert.deepEqual(
    await verdicts("in_transit", { status: "out_for_delivery", hoursAgo: 5 }, delivered),
    ["told", "told"],
  );
  const failed = { status: "attempt_failed", hoursAgo: 4 } as const;
  assert.deepEqual(await verdicts("out_for_delivery", failed, delivered), ["told", "told"]);
});

test("what a carrier sends late is not told where the customer has read of it, or of more", async (t) => {
  const verdicts = await openLate(t);
  assert.deepEqual(await verdicts("delivered", { status: "delivered", hoursAgo: 3 }), ["repeated"]);
  const before = { status: "out_for_delivery", hoursAgo: 3 } as const;
  assert.deepEqual(await verdicts("delivered", before), ["stale"]);
  // The second try: a failure of the first one is over, unless the shop itself still speaks of it.
  const failed = { status: "attempt_failed", hoursAgo: 20, source: "push" } as const;
  assert.deepEqual(await verdicts("out_for_delivery", before, failed), ["repeated", "stale"]);
});
