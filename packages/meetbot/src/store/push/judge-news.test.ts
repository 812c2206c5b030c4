import assert from "node:assert/strict";
import { test } from "node:test";
import { type ParcelStatus, parcelStatuses } from "@meetbot/presentation";
import fc from "fast-check";
import { createModel, type ParcelEvent } from "./judge-model.fixture.ts";
import { only, openNews } from "./judge-news.fixture.ts";
import type { NotificationLease } from "./take-notification.ts";

const words = Object.keys(parcelStatuses) as ParcelStatus[];

/** Statuses, with the hours since the one before: equal moments, the same day, and days later. */
const anyWay = fc
  .array(fc.record({ status: fc.constantFrom(...words), afterH: fc.constantFrom(0, 1, 3, 13) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((steps) => {
    let atH = 0;
    return steps.map(({ status, afterH }): ParcelEvent => {
      atH += afterH;
      return { status, atH };
    });
  });

const modelTells = (events: readonly ParcelEvent[]) => {
  const model = createModel();
  return events.flatMap((event, nth) => {
    const status = model(event);
    return status === null ? [] : [{ status: status as string, nth }];
  });
};

/** Each event, then maybe again, and again when others came between. */
const withRepeats = anyWay.chain((events) =>
  fc
    .array(fc.nat(events.length * 2), { maxLength: 6 })
    .map((again) => events.flatMap((event, nth) => [event, ...copies(events, again, nth)])),
);

const copies = (events: ParcelEvent[], again: number[], nth: number) =>
  again.filter((at) => at % events.length <= nth && at >> 1 === nth).map((at) => events[at % events.length]!);

const path = (...statuses: (ParcelStatus | [ParcelStatus, number])[]): ParcelEvent[] =>
  statuses.map((one, nth) =>
    typeof one === "string" ? { status: one, atH: nth } : { status: one[0], atH: one[1] },
  );

const runs = { numRuns: 60 };

test("in any order, with any repetition and delay, each event is told as the rules say, and never twice", async (t) => {
  const news = await openNews(t);
  await news.follow();
  const shuffled = withRepeats.chain((events) =>
    fc.oneof(
      fc.constant(events),
      fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async (events) => {
      const [told = []] = (await news.tell(events)).values();
      assert.deepEqual(told, modelTells(events));
      const moments = told.map(({ nth }) => events[nth]!.atH);
      assert.deepEqual(moments, moments.toSorted((a, b) => a - b), "never backwards");
      const meant = told.map(({ nth }) => JSON.stringify(events[nth]));
      assert.equal(new Set(meant).size, meant.length, "never twice");
    }),
    runs,
  );
});

test("in order, repetition and delay change nothing of what is told", async (t) => {
  const news = await openNews(t);
  await news.follow();
  await fc.assert(
    fc.asyncProperty(anyWay, fc.array(fc.nat(8), { maxLength: 8 }), async (events, again) => {
      const sent = events.flatMap((event, nth) => [
        event,
        ...again.filter((at) => at <= nth).map((at) => events[at]!),
      ]);
      // Of one moment, what weighs more may come first.
      const byMoment = new Set(events.map(({ atH }) => atH)).size === events.length;
      fc.pre(byMoment);
      assert.deepEqual(
        only(await news.tell(sent)),
        modelTells(events).map(({ status }) => status),
      );
    }),
    runs,
  );
});

/**
 * A parcel's way as it goes: no step back, and nothing after an end that is no news of it. What a late step back
 * means only what came between tells (a re-scan is nothing, a second try is something), and the words of a reused
 * waybill mean what the event before them makes of them: both are judged as they come, so their order counts.
 */
const wayAsItGoes = anyWay.map((events) => {
  const model = createModel();
  let furthest = -1;
  let lastH = -1;
  let isBack = false;
  return events.filter((event) => {
    const { kind, rank } = parcelStatuses[event.status];
    const isStepBack = kind === "way" && rank < furthest;
    const isReused = isBack && (event.status === "delivered" || kind === "way");
    if (event.atH === lastH || isStepBack || isReused || (furthest >= 6 && kind === "way")) return false;
    const isTaken = model(event) !== null || parcelStatuses[event.status].told !== "always";
    if (!isTaken) return false;
    lastH = event.atH;
    furthest = Math.max(furthest, rank);
    isBack ||= kind === "back" || event.status === "returned";
    return true;
  });
});

test("in any order a part of it is told, in order, and the last that is known is the same", async (t) => {
  const news = await openNews(t);
  const { conversationId } = await news.follow();
  const known = async () => {
    const [row] = await news.run(
      "select status from parcel_progress where conversation_id = $1 order by xmin::text::bigint desc limit 1",
      [conversationId],
    );
    return row?.status;
  };
  const shuffled = wayAsItGoes
    .filter((events) => events.length > 1)
    .chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
      ),
    );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([events, mixed]) => {
      const [told = []] = (await news.tell(mixed)).values();
      assert.equal(await known(), events.at(-1)!.status);
      // Whether it is the first sign that it moves depends on what came before.
      const loud = modelTells(events).map(({ status }) => status);
      const heard = told.map(({ status }) => status).filter((status) => status !== "in_transit");
      let from = 0;
      for (const status of heard) {
        const at = loud.indexOf(status as ParcelStatus, from);
        assert.notEqual(at, -1, `${status} is not told in order`);
        from = at + 1;
      }
      const last = loud.findLast((status) => status !== "in_transit");
      if (last && events.at(-1)!.status === last) assert.equal(heard.at(-1), last);
    }),
    runs,
  );
});

test("parcels of one order know nothing of each other, and conversations neither", async (t) => {
  const news = await openNews(t);
  const [one, other] = [await news.follow(), await news.follow()];
  await fc.assert(
    fc.asyncProperty(anyWay, anyWay, async (first, second) => {
      const [a, b] = [news.fresh("A"), news.fresh("B")];
      const told: Record<string, { status: string; nth: number }[]> = {};
      const longest = Math.max(first.length, second.length);
      for (let nth = 0; nth < longest; nth++) {
        for (const [number, event] of [[a, first[nth]] as const, [b, second[nth]] as const]) {
          if (!event) continue;
          for (const [conversation, heard] of await news.tell([event], number)) {
            const own = (told[`${number} ${conversation}`] ??= []);
            own.push(...heard.map(({ status }) => ({ status, nth })));
          }
        }
      }
      for (const { conversationId } of [one, other]) {
        assert.deepEqual(told[`${a} ${conversationId}`] ?? [], modelTells(first));
        assert.deepEqual(told[`${b} ${conversationId}`] ?? [], modelTells(second));
      }
    }),
    { numRuns: 15 },
  );
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
      const { rows } = await ordered(news, leases.map(({ pushId }) => pushId));
      const told = judged.flatMap(({ verdict }, nth) => (verdict === "told" ? [nth] : []));
      const inOrder = rows.map((id) => leases.findIndex(({ pushId }) => pushId === id));
      assert.deepEqual(inOrder.toSorted((a, b) => a - b), told);
      const moments = inOrder.map((nth) => events[nth]!.atH);
      assert.deepEqual(moments, moments.toSorted((a, b) => a - b));
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

const examples: { title: string; events: ParcelEvent[]; told: string[] }[] = [
  {
    title: "a parcel that is scanned again on the same day",
    events: path("out_for_delivery", "in_transit", "out_for_delivery"),
    told: ["out_for_delivery"],
  },
  {
    title: "one that is back on its way the next day",
    events: path("out_for_delivery", ["in_transit", 13], ["out_for_delivery", 14]),
    told: ["out_for_delivery", "in_transit", "out_for_delivery"],
  },
  {
    title: "a second try",
    events: path("out_for_delivery", "attempt_failed", "out_for_delivery", "delivered"),
    told: ["out_for_delivery", "attempt_failed", "out_for_delivery", "delivered"],
  },
  {
    title: "one that is sent back",
    events: path("delivered", "returning", "returned"),
    told: ["delivered", "returning", "returned"],
  },
  {
    title: "a way back on the same waybill",
    events: path("delivered", "picked_up", "in_transit", "out_for_delivery", "delivered"),
    told: ["delivered", "returning", "returned"],
  },
  {
    title: "a way back on the same waybill, after a complaint",
    events: path("delivered", "exception", "picked_up", "delivered"),
    told: ["delivered", "exception", "returning", "returned"],
  },
  {
    title: "stray scans after a complaint about what was delivered",
    events: path("delivered", "exception", "in_transit", "out_for_delivery"),
    told: ["delivered", "exception"],
  },
  {
    title: "one that moves at all",
    events: path("info_received", "in_transit", "customs", "in_transit"),
    told: ["in_transit"],
  },
  { title: "one that was picked up", events: path("picked_up", "in_transit"), told: ["picked_up"] },
  {
    title: "customs, of which nobody is told, and what follows",
    events: path("customs", "in_transit", "customs"),
    told: ["in_transit"],
  },
  {
    title: "two of one moment, the further one first",
    events: path(["delivered", 1], ["out_for_delivery", 1]),
    told: ["delivered"],
  },
  {
    title: "two of one moment, the further one last",
    events: path(["out_for_delivery", 1], ["delivered", 1]),
    told: ["out_for_delivery", "delivered"],
  },
  {
    title: "a try that failed in the moment in which it began",
    events: path(["out_for_delivery", 1], ["attempt_failed", 1], ["out_for_delivery", 1]),
    told: ["out_for_delivery", "attempt_failed"],
  },
];

test("examples", async (t) => {
  const news = await openNews(t);
  await news.follow();
  for (const { title, events, told } of examples) {
    await t.test(title, async () => {
      assert.deepEqual(only(await news.tell(events)), told);
      assert.deepEqual(
        modelTells(events).map(({ status }) => status as string),
        told,
      );
    });
  }
});

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
  // It is further by now, by something of which nobody is told.
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
