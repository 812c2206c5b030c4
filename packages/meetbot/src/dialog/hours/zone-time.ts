import { toCalendarDate } from "@meetbot/presentation";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Returns the day `days` days after the given one, as `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The day of the week, Monday 0. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The day that a moment has in a zone. */
export const dayIn = (at: number, timeZone: string): string =>
  toCalendarDate(new Date(at), timeZone);

/**
 * Returns the moment at which the clocks of a zone show a time, `00:00` to `24:00`. For a time that they skip, returns
 * the moment that much after the skip; for a time that they show twice, the first.
 */
export function momentAt(day: string, time: string, timeZone: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const shown = Date.parse(`${day}T00:00:00Z`) + (hours * 60 + minutes) * minuteMs;
  const offsets = [shown - dayMs, shown + dayMs].map((at) => offsetMs(at, timeZone));
  const moments = offsets.map((offset) => shown - offset);
  const exact = moments.filter((at) => at + offsetMs(at, timeZone) === shown);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...moments);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** By how much the clocks of a zone are ahead of UTC at a moment. */
function offsetMs(at: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "medium" });
  clocks.set(timeZone, clock);
  const whole = at - (at % 1000);
  return Date.parse(`${clock.format(whole).replace(" ", "T")}Z`) - whole;
}
