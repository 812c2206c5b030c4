import type { CustomerLocale } from "../languages/customer-locale.ts";
import { readerOf } from "../status/reader-of.ts";
import { formatCalendarDate, isCalendarDate } from "../text/dates.ts";
import { say } from "../text/say.ts";

const dayMs = 86_400_000;

/** Returns a day as people say it: today, tomorrow, yesterday, or its date; empty if it is no calendar date. */
export function dayWords(day: string | undefined, locale: CustomerLocale, today: string): string {
  if (!day || !isCalendarDate(day)) return "";
  const distance = (Date.parse(day) - Date.parse(today)) / dayMs;
  if (distance === 0) return say(locale, "dayToday");
  if (distance === 1) return say(locale, "dayTomorrow");
  if (distance === -1) return say(locale, "dayYesterday");
  return say(locale, "dayOn", { date: formatCalendarDate(day, readerOf(locale)) });
}
