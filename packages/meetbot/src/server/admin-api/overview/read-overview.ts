import type { z } from "@hono/zod-openapi";
import type { Overview } from "@meetbot/admin-api/contract/overview.ts";
import type { DeliveryTally } from "@meetbot/model/log/figures.ts";
import type { OverviewStore } from "../../../store/overview/overview-store.ts";
import type { WaitingStore } from "../../../store/waiting/waiting-store.ts";
import { countDays, createDayOf, dayAfter, quarterMs, startOfDay } from "./calendar.ts";
import { serializeMethods, serializeOutcomes } from "./serialize-deliveries.ts";
import { serializeFigures } from "./serialize-figures.ts";
import { serializePeople } from "./serialize-people.ts";
import { splitDays, unitFor } from "./split-days.ts";

/** The bot, the days and the current time of an overview. */
export interface OverviewInput {
  botId: string;
  timeZone: string;
  from: string;
  to: string;
  now: Date;
}

/** The stores that the figures come from. */
export interface OverviewSources {
  overview: OverviewStore;
  waiting: Pick<WaitingStore, "waits" | "ratings">;
}

/** Returns the overview of a period, together with the same number of days before it. */
export async function readOverview(
  { overview, waiting }: OverviewSources,
  input: OverviewInput,
): Promise<z.infer<typeof Overview>> {
  const { botId, timeZone, from, to, now } = input;
  const unit = unitFor(from, to);
  const bounds = splitDays({ from, to, unit }, timeZone, now);
  const before = daysBefore(input, bounds);
  const [parts, deliveries, topics, figuresBefore, deliveriesBefore, strictSince, people, earlier] =
    await Promise.all([
      overview.figures(botId, bounds),
      overview.deliveries(botId, bounds),
      overview.topics(botId, [bounds[0] ?? now, bounds.at(-1) ?? now]),
      overview.figures(botId, before.bounds),
      overview.deliveries(botId, before.bounds),
      overview.strictSince(),
      readPeople(waiting, botId, bounds),
      readPeople(waiting, botId, before.bounds),
    ]);
  return {
    from,
    to,
    time_zone: timeZone,
    unit,
    until: untilOf(bounds, now).toISOString(),
    strict_since: strictSince?.toISOString() ?? null,
    total: { ...serializeFigures(parts, deliveries), ...people.of(null) },
    previous: {
      from: before.from,
      to: before.to,
      until: (before.bounds[1] ?? now).toISOString(),
      total: { ...serializeFigures(figuresBefore, deliveriesBefore), ...earlier.of(null) },
    },
    series: parts.map((figures, nth) => ({
      at: (bounds[nth] ?? now).toISOString(),
      ...serializeFigures([figures], ofPart(deliveries, nth)),
      ...people.of(nth),
    })),
    methods: serializeMethods(deliveries),
    topics,
    outcomes: serializeOutcomes(deliveries),
  };
}

/** Returns the agents' figures for each part; `null` for all parts together. */
async function readPeople(
  waiting: OverviewSources["waiting"],
  botId: string,
  bounds: readonly Date[],
) {
  const [waits, ratings] = await Promise.all([
    waiting.waits(botId, bounds),
    waiting.ratings(botId, bounds),
  ]);
  return {
    of(nth: number | null) {
      const isOwn = ({ part }: { part: number }) => nth === null || part === nth;
      return serializePeople(waits.filter(isOwn), ratings.filter(isOwn));
    },
  };
}

function ofPart(deliveries: readonly DeliveryTally[], nth: number): DeliveryTally[] {
  return deliveries.filter(({ part }) => part === nth);
}

function untilOf(bounds: readonly Date[], now: Date): Date {
  const end = bounds.at(-1) ?? now;
  return end < now ? end : now;
}

/**
 * Returns the preceding days, up to the same time of day as the requested ones: half a day must not look like a drop.
 */
function daysBefore({ from, to, timeZone, now }: OverviewInput, bounds: readonly Date[]) {
  const days = countDays(from, to);
  const dayOf = createDayOf(timeZone);
  const first = startOfDay(dayAfter(from, -days), dayOf);
  const start = bounds[0] ?? now;
  const isOver = (bounds.at(-1) ?? now) <= now;
  const passedMs = Math.ceil((now.getTime() - start.getTime()) / quarterMs) * quarterMs;
  const until = new Date(Math.min(first.getTime() + passedMs, start.getTime()));
  return {
    from: dayAfter(from, -days),
    to: dayAfter(from, -1),
    bounds: [first, isOver ? start : until],
  };
}
