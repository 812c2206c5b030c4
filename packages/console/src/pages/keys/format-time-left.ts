import type { CatalogWords } from "../../words/catalogs.ts";

const minuteMs = 60_000;

/** A span as people say it, rounded up to the minute; from two days on, in days. */
export function formatTimeLeft(leftMs: number, words: CatalogWords<"keys.main">["span"]): string {
  const minutes = Math.max(1, Math.ceil(leftMs / minuteMs));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return words.days({ days: Math.floor(hours / 24), hours: hours % 24 });
  if (hours >= 1) return words.hours({ hours, minutes: minutes % 60 });
  return words.minutes({ minutes });
}
