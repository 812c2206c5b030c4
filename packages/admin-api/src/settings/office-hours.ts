import type { OfficeHours } from "@meetbot/model/bot/bot.ts";
import { InvalidSettingError } from "./invalid-setting-error.ts";
import { limits } from "./limits.ts";
import { readTimeZone } from "./read-setting.ts";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
type Weekday = (typeof weekdays)[number];

/** From one clock time to another on the same day, `24:00` at the latest, such as `09:00` to `24:00`. */
interface Opening {
  from: string;
  to: string;
}
type Week = Record<Weekday, Opening[]>;

const entry =
  /^(?<first>[a-z]{3})(?:-(?<last>[a-z]{3}))? +(?<from>\d{1,2}:\d\d)-(?<to>\d{1,2}:\d\d)$/;
const time = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

const howToWrite =
  "Office hours are days and times, such as mon-fri 09:00-18:00, sat 10:00-14:00; a night is written as two: fri 22:00-24:00, sat 00:00-02:00.";

/** Parses the office hours. Throws an `InvalidSettingError` if a day, a time or the zone is invalid. */
export function readOfficeHours(given: { time_zone: string; hours: string }): OfficeHours {
  return { hours: writeWeek(readWeek(given.hours)), timeZone: readTimeZone(given.time_zone) };
}

/** Office hours as operators see them. */
export function writeOfficeHours({ timeZone, hours }: OfficeHours) {
  return { time_zone: timeZone, hours };
}

/** Splits an argument into the hours and the time zone after them; returns null for empty text: no hours are stated. */
export function splitOfficeHours(text: string) {
  const words = text.trim();
  if (words === "") return null;
  const end = words.lastIndexOf(" ");
  return { hours: words.slice(0, Math.max(end, 0)), time_zone: words.slice(end + 1) };
}

function readWeek(hours: string): Week {
  const max = weekdays.length * limits.openingsADay;
  const entries = hours
    .trim()
    .toLowerCase()
    .split(/,/, max + 1);
  const week: Week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  for (const { days, opening } of entries.map((one) => readEntry(one.trim()))) {
    for (const day of days) week[day].push(opening);
  }
  for (const day of weekdays) refuseTooMany(day, week[day]);
  return week;
}

function readEntry(written: string): { days: Weekday[]; opening: Opening } {
  const { first = "", last = first, from = "", to = "" } = entry.exec(written)?.groups ?? {};
  const opening = { from: from.padStart(5, "0"), to: to.padStart(5, "0") };
  const isTime = time.test(opening.from) && time.test(opening.to) && opening.from < opening.to;
  const days = daysBetween(first, last);
  if (isTime && days) return { days, opening };
  throw new InvalidSettingError(howToWrite);
}

/** Also over the end of the week: `sun-thu`. */
function daysBetween(first: string, last: string): Weekday[] | null {
  const [begin, end] = [first, last].map((day) => weekdays.indexOf(day as Weekday));
  if (begin === undefined || end === undefined || begin < 0 || end < 0) return null;
  const count = ((end - begin + weekdays.length) % weekdays.length) + 1;
  return [...weekdays, ...weekdays].slice(begin, begin + count);
}

/** Puts the openings of a day in order. */
function refuseTooMany(day: Weekday, openings: Opening[]): void {
  openings.sort((one, other) => (one.from < other.from ? -1 : 1));
  const isOverlap = openings.some(({ from }, index) => from < (openings[index - 1]?.to ?? ""));
  if (!isOverlap && openings.length <= limits.openingsADay) return;
  throw new InvalidSettingError(
    `Office hours begin ${limits.openingsADay} times on a day at most and do not overlap. See ${day}.`,
  );
}

/** Formats the hours in weekday order; consecutive days with the same times share an entry. */
function writeWeek(week: Week): string {
  const runs: { first: Weekday; last: Weekday; times: string[] }[] = [];
  for (const day of weekdays) {
    const times = week[day].map(({ from, to }) => `${from}-${to}`);
    const run = runs.at(-1);
    if (run && String(run.times) === String(times)) run.last = day;
    else runs.push({ first: day, last: day, times });
  }
  const entries = runs.flatMap(({ first, last, times }) =>
    times.map((one) => `${first === last ? first : `${first}-${last}`} ${one}`),
  );
  return entries.join(", ");
}
