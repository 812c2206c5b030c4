/** Days of the calendar as YYYY-MM-DD, and moments in a time zone. */

export const quarterMs = 15 * 60_000;
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** Returns the day this many days after another, or before it if `days` is negative. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** How many days from one day to another, both counted. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / dayMs) + 1;
}

/** Returns a function that gives the day of a moment in a time zone. */
export function createDayOf(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return (at) => {
    const parts = format.formatToParts(at);
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
    return `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}`;
  };
}

/** Clocks are at most 14 hours ahead of UTC and 12 behind. */
const maxAheadMs = 15 * hourMs;
const maxBehindMs = 13 * hourMs;

/**
 * Returns the first moment of a day, to the quarter of an hour. If the clock skips midnight, the day begins right after
 * the skip. Uses bisection, since days never go backwards.
 */
export function startOfDay(day: string, dayOf: (at: Date) => string): Date {
  const midnightUtc = Date.parse(`${day}T00:00Z`);
  let before = midnightUtc - maxAheadMs;
  let after = midnightUtc + maxBehindMs;
  while (after - before > quarterMs) {
    const middle = before + Math.floor((after - before) / 2 / quarterMs) * quarterMs;
    if (dayOf(new Date(middle)) < day) before = middle;
    else after = middle;
  }
  return new Date(after);
}
