import type { CatalogWords } from "../../words/catalogs.ts";

/** A duration short enough for a column: milliseconds below one second, then seconds. */
export function formatDuration(
  ms: number,
  words: Pick<CatalogWords<"deliveries">, "milliseconds" | "seconds">,
): string {
  if (ms < 1 && ms > 0) return words.milliseconds({ ms: "< 1" });
  return ms < 1000
    ? words.milliseconds({ ms: Math.round(ms) })
    : words.seconds({ s: (ms / 1000).toFixed(2) });
}
