import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import type { DueDays } from "../lines/due-day.ts";
import { readerOf } from "../status/reader-of.ts";
import { formatCalendarDate, isCalendarDate } from "../text/dates.ts";
import { remember } from "../text/remember.ts";
import { say } from "../text/say.ts";
import { dayWords } from "./day-words.ts";

/** Within this many days, a weekday's name is unambiguous. */
const namedDays = 6;
const dayMs = 86_400_000;

const weekday = remember(
  (language, timeZone) => new Intl.DateTimeFormat(language, { weekday: "long", timeZone }),
);

/** Returns one day, or several, as people say them: “between Tuesday and Thursday”; empty if they are no dates. */
export function daysWords(
  days: DueDays | undefined,
  locale: CustomerLocale,
  today: string,
): string {
  if (!days) return "";
  const { to } = days;
  const from = days.from < today ? today : days.from;
  if (from >= to || !isCalendarDate(from) || !isCalendarDate(to))
    return dayWords(to, locale, today);
  const { tag } = languages[locale].cards;
  const isNear = Date.parse(to) - Date.parse(today) <= namedDays * dayMs;
  const name = (day: string) =>
    isNear ? weekday(tag, "UTC").format(new Date(day)) : formatCalendarDate(day, readerOf(locale));
  const key = isNear ? "dayBetween" : "dayBetweenDates";
  return say(locale, key, { from: name(from), to: name(to) });
}
