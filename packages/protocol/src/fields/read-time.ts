import { unexpected } from "./protocol-error.ts";
import { toNumber } from "./to-number.ts";

/** Larger than any date in seconds before the year 5138: such a number counts milliseconds. */
const largestSeconds = 1e11;

/** The last millisecond of the year 9999. */
const largestMilliseconds = 253_402_300_799_999;

/**
 * Reads a moment, given as a string or number in seconds or milliseconds, and returns it as a string of seconds. Throws
 * a `ProtocolError` if the value is no moment from 1970 to the year 9999.
 */
export function readTimestamp(value: unknown, pointer: string): string {
  return String(Math.floor(readMoment(value, pointer) / 1000));
}

/** Reads the same moment in whole milliseconds. Throws as {@link readTimestamp} does. */
export function readMoment(value: unknown, pointer: string): number {
  const moment = toNumber(value, /^\d{1,15}(\.\d+)?$/);
  if (typeof moment !== "number" || !(moment >= 0 && moment <= largestMilliseconds)) {
    throw unexpected(pointer, "Unix time in seconds or milliseconds", value);
  }
  return Math.floor(moment > largestSeconds ? moment : moment * 1000);
}

/**
 * Parses a calendar date. Cuts off a time of day without converting the date to another zone, and drops a date that
 * does not exist, because the package is still worth showing without it. Throws a `ProtocolError` if the value is not a
 * string.
 */
export function readDate(value: unknown, pointer: string): string | undefined {
  if (typeof value !== "string") throw unexpected(pointer, "a date as YYYY-MM-DD", value);
  const date = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(value)?.[0];
  return date !== undefined && isCalendarDate(date) ? date : undefined;
}

function isCalendarDate(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ?? false;
}
