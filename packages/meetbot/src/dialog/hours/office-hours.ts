import type { Bot } from "@meetbot/model/bot/bot.ts";
import { dayAfter, dayIn, momentAt, weekdayOf } from "./zone-time.ts";

/** The settings that determine when a shop's agents answer. */
export type Office = Pick<Bot, "officeHours" | "holidays">;

/** From one moment to another, Unix milliseconds. */
interface Opening {
  from: number;
  to: number;
}

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The bot names no day further away than this. */
const searchDays = 400;

/** Longer waits are counted to here. */
const maxWaitDays = 60;

const dayMs = 24 * 60 * 60 * 1000;

/** Whether agents are available at a given moment; `null` if the shop has not set its office hours. */
export function isOpen(office: Office, at: number): boolean | null {
  if (!office.officeHours) return null;
  return [...openings(office, at, 0)].some(({ from, to }) => from <= at && at < to);
}

/** Returns when people answer next, after a moment at which they do not; `null` when unknown. */
export function opensNext(office: Office, at: number): number | null {
  for (const { from } of openings(office, at, searchDays)) if (from > at) return from;
  return null;
}

/** Returns how long agents could have answered between two moments: all of that time when the shop gave no hours. */
export function officeTime(office: Office, from: number, to: number): number {
  const until = Math.min(to, from + maxWaitDays * dayMs);
  if (!office.officeHours) return Math.max(0, until - from);
  const days = Math.ceil((until - from) / dayMs) + 1;
  let ms = 0;
  for (const one of openings(office, from, days)) {
    ms += Math.max(0, Math.min(one.to, until) - Math.max(one.from, from));
  }
  return ms;
}

/** Yields all openings in order, from the day before a moment to the given number of days after it. */
function* openings(
  { officeHours, holidays }: Office,
  at: number,
  days: number,
): Generator<Opening> {
  if (!officeHours) return;
  const { timeZone } = officeHours;
  const week = weekOf(officeHours.hours);
  const closed = holidays.map(rangeOf);
  const today = dayIn(at, timeZone);
  for (let nth = -1; nth <= days; nth++) {
    const day = dayAfter(today, nth);
    if (closed.some(({ first, last }) => first <= day && day <= last)) continue;
    for (const [from, to] of week[weekdayOf(day)] ?? []) {
      yield { from: momentAt(day, from, timeZone), to: momentAt(day, to, timeZone) };
    }
  }
}

/** The times of each day of the week; hours are stored as `settings/office-hours.ts` writes them. */
function weekOf(hours: string): [from: string, to: string][][] {
  const week: [string, string][][] = weekdays.map(() => []);
  for (const entry of hours.split(", ")) {
    const [days = "", times = ""] = entry.split(" ");
    const [first = "", last = first] = days.split("-");
    const [from = "", to = ""] = times.split("-");
    for (let day = weekdays.indexOf(first); day <= weekdays.indexOf(last); day++) {
      week[day]?.push([from, to]);
    }
  }
  return week;
}

/** The days of a holiday; holidays are stored as `settings/read-holidays.ts` writes them. */
function rangeOf(holiday: string): { first: string; last: string } {
  const [first = "", last = first] = holiday.split(" ", 1)[0]?.split("..") ?? [];
  return { first, last };
}
