/** Writes a span in words of a language. */
export interface SpanWords {
  days(days: number, hours: number): string;
  hours(hours: number, minutes: number): string;
  minutes(minutes: number): string;
}

const minuteMs = 60_000;

/** A span as people say it, rounded up to the minute; from two days on, in days. */
export function sayLeft(leftMs: number, words: SpanWords): string {
  const minutes = Math.max(1, Math.ceil(leftMs / minuteMs));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return words.days(Math.floor(hours / 24), hours % 24);
  if (hours >= 1) return words.hours(hours, minutes % 60);
  return words.minutes(minutes);
}
