import type { Phrases } from "../phrases/phrases.ts";

/** How a status looks: done well, waiting for the customer, or simply so. */
export type Tone = "good" | "wait" | "";

const known: Record<string, [phrase: keyof Phrases, tone?: Tone]> = {
  unpaid: ["statusUnpaid", "wait"],
  paid: ["statusPaid", "good"],
  processing: ["statusProcessing"],
  shipped: ["statusShipped", "good"],
  delivered: ["statusDelivered", "good"],
  completed: ["statusCompleted", "good"],
  canceled: ["statusCanceled"],
  cancelled: ["statusCanceled"],
  refunded: ["statusRefunded"],
};

/** A common order status in the reader's language; any other in the shop's own words. */
export function orderStatus(status: string, phrases: Phrases): { words: string; tone: Tone } {
  const key = status.trim().toLowerCase();
  const [phrase, tone = ""] = (Object.hasOwn(known, key) && known[key]) || [];
  return { words: phrase ? phrases[phrase] : status, tone };
}
