import type { CatalogWords } from "../../words/catalogs.ts";

const minuteMs = 60_000;

/** Formats a duration in words, rounded up to the minute; in days from two days on. */
export function formatTimeLeft(leftMs: number, words: CatalogWords<"keys.main">["span"]): string {
  const minutes = Math.max(1, Math.ceil(leftMs / minuteMs));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return words.days({ days: Math.floor(hours / 24), hours: hours % 24 });
  if (hours >= 1) return words.hours({ hours, minutes: minutes % 60 });
  return words.minutes({ minutes });
}
