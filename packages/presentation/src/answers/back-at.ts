import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import { toCalendarDate } from "../text/dates.ts";
import { say } from "../text/say.ts";
import { dayWords } from "./day-words.ts";

const dayMs = 86_400_000;

/** The clock and time zone in which to format a moment. */
export interface Clocks {
  /** IANA name. */
  timeZone: string;
  /** Whether the clock is the customer's own; otherwise the text names its time zone. */
  isOwn: boolean;
  /** Unix milliseconds. */
  now: number;
}

/** Returns when agents are back: today, tomorrow, on a date; always with the time and its zone. */
export const formatBackAt = (locale: CustomerLocale, at: number, clocks: Clocks): string =>
  formatMoment("backAt", locale, at, clocks);

/** Formats the next opening time for use inside a longer sentence. */
export const formatNextOpen = (locale: CustomerLocale, at: number, clocks: Clocks): string =>
  formatMoment("nextOpen", locale, at, clocks);

function formatMoment(
  key: "backAt" | "nextOpen",
  locale: CustomerLocale,
  at: number,
  { timeZone, isOwn, now }: Clocks,
): string {
  const day = toCalendarDate(new Date(at), timeZone);
  const today = toCalendarDate(new Date(now), timeZone);
  const { tag } = languages[locale].cards;
  const time = new Intl.DateTimeFormat(tag, { timeZone, hour: "numeric", minute: "2-digit" });
  const said = say(locale, key, {
    day: weekdayWords(locale, day, today) ?? dayWords(day, locale, today),
    // ICU parts the hour from its half of the day by a space that not every font has.
    time: time.format(at).replaceAll("\u202f", " "),
    zone: isOwn ? say(locale, "yourTime") : zoneName(locale, timeZone, at),
  });
  return said.replace(/ {2,}/g, " ");
}

/** The day's name within this week; after that it could be another week's, and today has a name of its own. */
function weekdayWords(locale: CustomerLocale, day: string, today: string): string | null {
  const distance = (Date.parse(day) - Date.parse(today)) / dayMs;
  if (distance < 2 || distance > 6) return null;
  const { tag } = languages[locale].cards;
  const name = new Intl.DateTimeFormat(tag, { weekday: "long", timeZone: "UTC" });
  return say(locale, "dayWeekday", { day: name.format(Date.parse(day)) });
}

/** Returns a time zone's name: in English its city, from the IANA name; in other languages the customary name. */
function zoneName(locale: CustomerLocale, timeZone: string, at: number): string {
  const city = timeZone.split("/").slice(1).at(-1)?.replaceAll("_", " ");
  if (locale === "en" && city && /^[A-Z][a-z]/.test(city)) return `${city} time`;
  if (!city) return timeZone;
  const { tag } = languages[locale].cards;
  const format = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: "longGeneric" });
  const part = format.formatToParts(at).find(({ type }) => type === "timeZoneName");
  return part?.value ?? timeZone;
}
