import type { Reader } from "../languages/contract/card-language.ts";
import { remember } from "./remember.ts";

const dayFormat = remember(
  (language, timeZone) => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone }),
);
const timeFormat = remember(
  (language, timeZone) =>
    new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone }),
);
const monthFormat = remember(
  (language, timeZone) =>
    new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone }),
);

/**
 * Formats a moment in Unix seconds as a day in the reader's time zone; returns the text unchanged if it is no moment.
 */
export function formatMoment(seconds: string, { language, timeZone }: Reader): string {
  const moment = new Date(Number(seconds || "?") * 1000);
  if (Number.isNaN(+moment)) return seconds;
  return dayFormat(language.tag, timeZone).format(moment);
}

/** Formats a moment in Unix seconds as day and time; returns the text unchanged if it is no moment. */
export function formatTime(seconds: string, { language, timeZone }: Reader): string {
  const moment = new Date(Number(seconds || "?") * 1000);
  return Number.isNaN(+moment) ? seconds : timeFormat(language.tag, timeZone).format(moment);
}

/** Formats a month `YYYY-MM`; returns an invalid one unchanged. */
export function formatMonth(month: string, { language }: Reader): string {
  const first = midnight(`${month}-01`);
  return first ? monthFormat(language.tag, "UTC").format(first) : month;
}

/** A calendar date `YYYY-MM-DD`: it has no time zone and never shifts by a day. */
export function formatCalendarDate(date: string, { language }: Reader): string {
  const day = midnight(date);
  return day ? dayFormat(language.tag, "UTC").format(day) : date;
}

/** Formats one day or several as the language writes them; a month that both share appears once. */
export function formatDays({ from, to }: { from: string; to: string }, reader: Reader): string {
  const [first, last] = [midnight(from), midnight(to)];
  if (!first || !last || from === to) return formatCalendarDate(to, reader);
  return dayFormat(reader.language.tag, "UTC").formatRange(first, last);
}

const calendarDates = remember(
  (language, timeZone) => new Intl.DateTimeFormat(language, { timeZone }),
);

/**
 * Returns the calendar date of a moment in a time zone, by default the local one. The Swedish locale writes dates as
 * ISO 8601 does.
 */
export function toCalendarDate(moment: Date, timeZone?: string): string {
  // A traveller's device changes its zone, so only formatters for named zones are cached.
  return timeZone === undefined
    ? moment.toLocaleDateString("sv")
    : calendarDates("sv", timeZone).format(moment);
}

/** Whether a text is a calendar date. */
export const isCalendarDate = (date: string): boolean => midnight(date) !== undefined;

function midnight(date: string): Date | undefined {
  const day = new Date(/^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00Z` : "");
  // V8 parses February 30 as March 2.
  return !Number.isNaN(+day) && day.toISOString().startsWith(date) ? day : undefined;
}
