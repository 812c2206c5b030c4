import { InvalidSettingError } from "./invalid-setting-error.ts";
import { limits } from "./limits.ts";

const entry = /^(?<from>\d{4}-\d\d-\d\d)(?:\.\.(?<to>\d{4}-\d\d-\d\d))?(?: (?<name>\S.*))?$/;

const howToWrite =
  "A holiday is a day or a range of days, with a name if you like: 2026-12-25 Christmas, 2026-12-27..2026-12-31.";

/**
 * Parses and sorts the days on which no agent answers. Throws an `InvalidSettingError` if a day is invalid, a range
 * ends before it begins or has no end, or there are too many.
 */
export function readHolidays(values: readonly string[]): string[] {
  const holidays = new Set(values.filter((one) => one.trim() !== "").map(readHoliday));
  if (holidays.size <= limits.holidays) return [...holidays].toSorted();
  throw new InvalidSettingError(`A bot has ${limits.holidays} holidays at most.`);
}

function readHoliday(written: string): string {
  const line = written.trim().replace(/\s+/gu, " ");
  const { from = "", to = from, name = "" } = entry.exec(line)?.groups ?? {};
  const isRange = isDay(from) && isDay(to) && from <= to && daysFrom(from, to) <= limits.maxDays;
  const isName = name.length <= limits.nameLength && !/[,\p{Cc}\p{Cf}]/u.test(name);
  if (!isRange || !isName) throw new InvalidSettingError(howToWrite);
  const days = from === to ? from : `${from}..${to}`;
  return name === "" ? days : `${days} ${name}`;
}

const dayMs = 24 * 60 * 60 * 1000;
const daysFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayMs;

function isDay(written: string): boolean {
  const day = new Date(`${written}T00:00:00Z`);
  // V8 parses February 30 as March 2.
  return !Number.isNaN(+day) && day.toISOString().startsWith(written);
}
