/** A number above it counts milliseconds: as seconds it would be the year 5138. */
const maxSeconds = 1e11;

/** `2026-11-30 10:00:00`, with or without a `T`, a fraction and a zone. */
const dateAndTime =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?$/;

/** An instant as shops write it. */
export type Instant = Date | number | string;

/**
 * Converts an instant to the protocol's form: a string of Unix seconds. Accepts a Date, seconds, milliseconds, and
 * strings of these, of ISO 8601 and of RFC 2822. A string without a zone is read as UTC, as in databases; one without a
 * time is midnight of its day. Throws a RangeError if the value is not an instant.
 */
export function unixSeconds(instant: Instant): string {
  return String(Math.floor(toMilliseconds(instant) / 1000));
}

/**
 * Returns the calendar day, `YYYY-MM-DD`, of an instant in a time zone. Truncating a text to ten characters gives the
 * wrong day in half of the world. A value that is only a day stays unchanged.
 */
export function calendarDay(instant: Instant, timeZone: string): string {
  if (typeof instant === "string" && /^\d{4}-\d{2}-\d{2}$/.test(instant)) return instant;
  const day = new Intl.DateTimeFormat("en", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const parts = new Map(
    day.formatToParts(toMilliseconds(instant)).map(({ type, value }) => [type, value]),
  );
  return `${parts.get("year")?.padStart(4, "0")}-${parts.get("month")}-${parts.get("day")}`;
}

function toMilliseconds(instant: Instant): number {
  const read = instant instanceof Date ? instant.getTime() : readInstant(instant);
  if (!Number.isFinite(read)) throw new RangeError("This is no instant.");
  return read;
}

function readInstant(instant: number | string): number {
  const text = String(instant).trim();
  const number = text === "" ? Number.NaN : Number(text);
  if (!Number.isNaN(number)) return Math.abs(number) > maxSeconds ? number : number * 1000;
  const [, day, time, zone = "Z"] = dateAndTime.exec(text) ?? [];
  if (day === undefined) return Date.parse(text);
  const colon = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  return Date.parse(`${day}T${time}${colon}`);
}
