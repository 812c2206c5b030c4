import type { Phrases } from "../phrases/phrases.ts";

/** How a status looks: done well, waiting for the customer, or simply so. */
export type Tone = "good" | "wait" | "";

const good = /^(paid|shipped|delivered|completed)$/;

/** A common status in the reader's language; any other in the shop's own words. */
export function orderStatus(status: string, phrases: Phrases): { words: string; tone: Tone } {
  const key = status.trim().toLowerCase().replace("cancelled", "canceled");
  const known: Partial<Record<string, string>> = phrases;
  const tone = good.test(key) ? "good" : key === "unpaid" ? "wait" : "";
  return { words: known[`status ${key}`] ?? status, tone };
}
