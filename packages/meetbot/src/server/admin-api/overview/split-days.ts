import { countDays, createDayOf, dayAfter, startOfDay } from "./calendar.ts";

const hourMs = 60 * 60_000;

/** The most days shown by the hour: with more, a chart has too many parts to tell apart. */
const maxDaysByHour = 3;

export type Unit = "hour" | "day";

export function unitFor(from: string, to: string): Unit {
  return countDays(from, to) <= maxDaysByHour ? "hour" : "day";
}

/**
 * The moments between which the parts of some days lie, in a time zone, as far as they have begun.
 * A day on which the clock is changed has 23 or 25 hours.
 */
export function splitDays(
  { from, to, unit }: { from: string; to: string; unit: Unit },
  timeZone: string,
  now: Date,
): Date[] {
  const bounds = unit === "day" ? dayBounds(from, to, timeZone) : hourBounds(from, to, timeZone);
  const ahead = bounds.findIndex((bound) => bound > now);
  return ahead === -1 ? bounds : bounds.slice(0, ahead + 1);
}

function dayBounds(from: string, to: string, timeZone: string): Date[] {
  const dayOf = createDayOf(timeZone);
  return Array.from({ length: countDays(from, to) + 1 }, (_, nth) =>
    startOfDay(dayAfter(from, nth), dayOf),
  );
}

function hourBounds(from: string, to: string, timeZone: string): Date[] {
  const days = dayBounds(from, to, timeZone);
  const hours = days.slice(0, -1).flatMap((day, nth) => {
    const end = days[nth + 1]?.getTime() ?? 0;
    const count = Math.ceil((end - day.getTime()) / hourMs);
    return Array.from({ length: count }, (_, hour) => new Date(day.getTime() + hour * hourMs));
  });
  return [...hours, ...days.slice(-1)];
}
