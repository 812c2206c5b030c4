import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type {
  CalendarPoint,
  CalendarUnit,
  PlacedSpan,
} from "@meetbot/model/conversation/recognition.ts";
import { formatCalendarDate, formatDays, formatMonth, readerOf, say } from "@meetbot/presentation";

/** Calendar days `YYYY-MM-DD`, both inclusive; `null` when there is no bound. */
export interface Days {
  first: string | null;
  last: string | null;
}

/** Returns the days that the customer means, relative to today's date on the shop's clock. */
export function daysOf(span: PlacedSpan, today: string): Days {
  const { within, from, to, after, before, last } = span;
  if (last) return { first: addDays(backFrom(today, last), 1), last: today };
  if (within) return pointDays(within, today);
  const end = to
    ? pointDays(to, today).last
    : before
      ? addDays(pointDays(before, today).first, -1)
      : null;
  // “From November to January” is of one winter.
  const start = from ?? after;
  if (!start) return { first: null, last: end };
  const days = pointDays(start, end !== null && end < today ? end : today);
  return { first: from ? days.first : addDays(days.last, 1), last: end };
}

interface Whole {
  first: string;
  last: string;
}

function pointDays(point: CalendarPoint, today: string): Whole {
  if ("ago" in point)
    return unitDays(backFrom(today, { count: point.ago, unit: point.unit }), point.unit);
  if ("about" in point) return around(point, today);
  if ("weekday" in point) return weekdayDays(point.weekday, today);
  const { yearsAgo, month, day } = point;
  const thisYear = Number(today.slice(0, 4));
  const year = point.year ?? (yearsAgo === undefined ? undefined : thisYear - yearsAgo);
  if (month === undefined) {
    if (day === undefined) return unitDays(`${year ?? thisYear}-01-01`, "year");
    const isThisMonth = day <= Number(today.slice(8));
    const start = isThisMonth ? today : backFrom(today, { count: 1, unit: "month" });
    const inMonth = unitDays(`${start.slice(0, 7)}-01`, "month");
    return unitDays(`${start.slice(0, 7)}-${lastOf(inMonth, day)}`, "day");
  }
  const named = `${twoDigits(month)}${day === undefined ? "" : `-${twoDigits(day)}`}`;
  const isOver = named <= today.slice(5, 5 + named.length);
  const start = `${year ?? (isOver ? thisYear : thisYear - 1)}-${twoDigits(month)}`;
  const whole = unitDays(`${start}-01`, "month");
  return day === undefined ? whole : unitDays(`${start}-${lastOf(whole, day)}`, "day");
}

/** A customer who says “two weeks ago” may mean ten days or eighteen. */
const looseness = 0.3;
const minLoose = 2;

function around({ about, unit }: { about: number; unit: CalendarUnit }, today: string): Whole {
  const day = backFrom(today, { count: about, unit });
  const daysBack = (Date.parse(today) - Date.parse(day)) / 86_400_000;
  const loose = Math.max(minLoose, Math.round(daysBack * looseness));
  const last = addDays(day, loose);
  return { first: addDays(day, -loose), last: last < today ? last : today };
}

function weekdayDays(weekday: number | "weekend", today: string): Whole {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  const wanted = weekday === "weekend" ? 6 : weekday;
  const first = addDays(today, -(((now - wanted + 6) % 7) + 1));
  return { first, last: weekday === "weekend" ? addDays(first, 1) : first };
}

/** All days of the week, the month or the year that a day is in. */
function unitDays(day: string, unit: CalendarUnit): Whole {
  switch (unit) {
    case "day":
      return { first: day, last: day };
    case "week": {
      // From Monday on.
      const monday = addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
      return { first: monday, last: addDays(monday, 6) };
    }
    case "month": {
      const first = `${day.slice(0, 7)}-01`;
      return { first, last: addDays(`${nextMonth(first)}-01`, -1) };
    }
    case "year":
      return { first: `${day.slice(0, 4)}-01-01`, last: `${day.slice(0, 4)}-12-31` };
  }
}

const nextMonth = (first: string): string => addDays(first, 31).slice(0, 7);

/** Returns the day this many units before a day; in a shorter month, its last day. */
function backFrom(day: string, { count, unit }: NonNullable<PlacedSpan["last"]>): string {
  if (unit === "day") return addDays(day, -count);
  if (unit === "week") return addDays(day, -7 * count);
  const months = unit === "year" ? 12 * count : count;
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const monthsSince = year * 12 + month - 1 - months;
  const start = `${Math.floor(monthsSince / 12)}-${twoDigits((monthsSince % 12) + 1)}`;
  return `${start}-${lastOf(unitDays(`${start}-01`, "month"), date)}`;
}

/** Returns a date of a month, or the last day if the month is shorter. */
const lastOf = ({ last }: Whole, date: number): string =>
  twoDigits(Math.min(date, Number(last.slice(8))));

function addDays(day: string, count: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + count);
  return moment.toISOString().slice(0, 10);
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** Describes a span for the reply: “since Oct 1, 2026”, “from November 2026”. */
export function describeDays({ first, last }: Days, locale: Locale): string {
  const reader = readerOf(locale);
  if (first === null && last === null) return "";
  if (first === null) {
    return say(locale, "spanUntil", { when: formatCalendarDate(last ?? "", reader) });
  }
  if (last === null) return say(locale, "spanSince", { when: formatCalendarDate(first, reader) });
  if (isWhole({ first, last }, "month")) {
    return say(locale, "spanWithin", { when: formatMonth(first.slice(0, 7), reader) });
  }
  if (isWhole({ first, last }, "year")) {
    return say(locale, "spanYear", { when: first.slice(0, 4) });
  }
  return say(locale, "spanDays", { when: formatDays({ from: first, to: last }, reader) });
}

function isWhole({ first, last }: Whole, unit: "month" | "year"): boolean {
  return unitDays(first, unit).first === first && unitDays(first, unit).last === last;
}

/** Returns whether a month `YYYY-MM` is entirely, partly or not at all within a span. */
export function monthLies(month: string, { first, last }: Days): "in" | "out" | "partly" {
  const days = unitDays(`${month}-01`, "month");
  if ((last !== null && days.first > last) || (first !== null && days.last < first)) return "out";
  return (first === null || first <= days.first) && (last === null || days.last <= last)
    ? "in"
    : "partly";
}

/** Whether a day is within a span. */
export const dayLies = (day: string, { first, last }: Days): boolean =>
  (first === null || first <= day) && (last === null || day <= last);
