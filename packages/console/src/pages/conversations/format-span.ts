import type { CatalogWords } from "../../words/catalogs.ts";

/** How long something went on, in minutes, or in seconds below two of them. */
export function formatSpan(
  from: string,
  to: string,
  words: Pick<CatalogWords<"conversations">, "minutes" | "seconds">,
): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  return seconds < 120
    ? words.seconds({ seconds })
    : words.minutes({ minutes: Math.round(seconds / 60) });
}
