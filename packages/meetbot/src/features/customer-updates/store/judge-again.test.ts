import assert from "node:assert/strict";
import { test } from "node:test";
import type { ParcelStatus } from "@meetbot/presentation";
import fc from "fast-check";
import type { NotificationLease } from "./claim-notification.ts";
import { anyWay, type ParcelEvent } from "./judge-model.fixture.ts";
import { only, openNews } from "./judge-news.fixture.ts";

test("what a push moved is that push's to tell, whatever came silently meanwhile", async (t) => {
  const news = await openNews(t);
  await news.follow();
  const moved = async (first: ParcelEvent, ...later: ParcelEvent[]) => {
    const number = news.fresh("HELD");
    const lease = (await news.push(first, number))[0]!;
    const by = { status: first.status, number, outside: true };
    assert.equal((await news.judge(lease, by)).verdict, "told");
    for (const event of later) {
      assert.deepEqual(only(await news.tell([event], number)), [], event.status);
    }
    return (status: ParcelStatus) => news.judge(lease, { ...by, status });
  };
  // It is held, or its node died. Another push says the same once more.
  let again = await moved({ status: "picked_up", atH: 0 }, { status: "picked_up", atH: 1 });
  assert.equal((await again("picked_up")).verdict, "told");
  // The parcel has moved on by now, by an event that no customer gets.
  again = await moved({ status: "picked_up", atH: 0 }, { status: "in_transit", atH: 1 });
  assert.equal((await again("in_transit")).verdict, "told");
  again = await moved({ status: "picked_up", atH: 0 });
  assert.equal((await again("in_transit")).verdict, "told");
  again = await moved({ status: "picked_up", atH: 0 }, { status: "customs", atH: 1 });
  assert.equal((await again("picked_up")).verdict, "told");
  // What is on its way back is called so again.
  const number = news.fresh("BACK");
  await news.tell([{ status: "delivered", atH: 0 }], number);
  const lease = (await news.push({ status: "picked_up", atH: 1 }, number))[0]!;
  for (const _ of [1, 2]) {
    const judged = await news.judge(lease, { status: "picked_up", number, outside: true });
    assert("status" in judged);
    assert.deepEqual([judged.verdict, judged.status], ["told", "returning"]);
  }
});

test("who took it over tells it, and the one before does not", async (t) => {
  const news = await openNews(t);
  await news.follow();
  const number = news.fresh("FENCED");
  const lease = (await news.push({ status: "picked_up", atH: 0 }, number))[0]!;
  await news.run("update notifications set due_at = now() where push_id = $1", [lease.pushId]);
  const taken = await news.store.pushes.take([]);
  assert.equal(taken?.pushId, lease.pushId);
  const by = { status: "picked_up", number } as const;
  assert.equal((await news.judge(lease, by)).verdict, "lost");
  assert.equal((await news.judge(taken, by)).verdict, "told");
  assert.equal((await news.judge(taken, by)).verdict, "lost");
});

test("two workers that judge at once tell what one after the other would", async (t) => {
  const news = await openNews(t);
  await news.follow();
  await fc.assert(
    fc.asyncProperty(anyWay, async (events) => {
      const number = news.fresh("RACE");
      const leases: NotificationLease[] = [];
      for (const event of events) leases.push((await news.push(event, number))[0]!);
      const judged = await Promise.all(
        leases.map((lease, nth) => news.judge(lease, { status: events[nth]!.status, number })),
      );
      // The mailbox has them in the order in which they were judged.
      const { rows } = await ordered(
        news,
        leases.map(({ pushId }) => pushId),
      );
      const told = judged.flatMap(({ verdict }, nth) => (verdict === "told" ? [nth] : []));
      const inOrder = rows.map((id) => leases.findIndex(({ pushId }) => pushId === id));
      assert.deepEqual(
        inOrder.toSorted((a, b) => a - b),
        told,
      );
      const moments = inOrder.map((nth) => events[nth]!.atH);
      assert.deepEqual(
        moments,
        moments.toSorted((a, b) => a - b),
      );
      const said = inOrder.map((nth) => judged[nth]);
      const twice = said.some(
        (one, nth) => nth > 0 && one && "status" in one && same(one, said[nth - 1]),
      );
      assert.equal(twice, false, "the same twice in a row");
    }),
    { numRuns: 30 },
  );
});

const same = (one: { status: string }, before: object | undefined) =>
  before !== undefined && "status" in before && before.status === one.status;

async function ordered({ run }: Awaited<ReturnType<typeof openNews>>, ids: string[]) {
  const rows = await run(
    "select dedupe_key as key from messages where dedupe_key = any($1) and direction = 'in' order by seq",
    [ids.map((id) => `news:${id}`)],
  );
  return { rows: rows.map(({ key }) => String(key).slice("news:".length)) };
}

test("what is known already is repeated, also where it is said of an earlier moment, and moves nothing back", async (t) => {
  const { push, judge, follow, run } = await openNews(t);
  await follow();
  const verdicts: string[] = [];
  for (const [status, atH] of [
    ["in_transit", 5],
    ["in_transit", 1],
    ["out_for_delivery", 3],
  ] as const) {
    const [lease] = await push({ status, atH }, "P-1");
    verdicts.push((await judge(lease!, { status, number: "P-1" })).verdict);
  }
  assert.deepEqual(verdicts, ["told", "repeated", "stale"]);
  const [{ at }] = (await run(
    "select extract(hour from occurred_at at time zone 'utc')::integer as at from parcel_progress",
  )) as [{ at: number }];
  assert.equal(at, 5);
});
