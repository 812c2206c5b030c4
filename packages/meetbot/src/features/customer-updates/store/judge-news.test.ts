import assert from "node:assert/strict";
import { test } from "node:test";
import { type ParcelStatus, parcelStatuses } from "@meetbot/presentation";
import fc from "fast-check";
import { anyWay, createModel, modelTells, type ParcelEvent } from "./judge-model.fixture.ts";
import { only, openNews } from "./judge-news.fixture.ts";

/** Each event, then maybe again, and again when others came between. */
const withRepeats = anyWay.chain((events) =>
  fc
    .array(fc.nat(events.length * 2), { maxLength: 6 })
    .map((again) => events.flatMap((event, nth) => [event, ...copies(events, again, nth)])),
);

const copies = (events: ParcelEvent[], again: number[], nth: number) =>
  again
    .filter((at) => at % events.length <= nth && at >> 1 === nth)
    .map((at) => events[at % events.length]!);

const runs = { numRuns: Number(process.env.PROOF_RUNS ?? 60) };

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
      assert.deepEqual(
        moments,
        moments.toSorted((a, b) => a - b),
        "never backwards",
      );
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

const afterTheEnd: ParcelStatus[] = ["returning", "returned", "exception"];

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
    const isAfterEnd = furthest >= 6 && !afterTheEnd.includes(event.status);
    if (event.atH === lastH || isStepBack || isReused || isAfterEnd) return false;
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
            const key = `${number} ${conversation}`;
            const own = heard.map(({ status }) => ({ status, nth }));
            told[key] = [...(told[key] ?? []), ...own];
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
