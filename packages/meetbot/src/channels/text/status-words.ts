import type { Locale } from "../../model/bot.ts";
import { type PhraseKey, say } from "../../phrases/say.ts";

const statusPhrases = {
  unpaid: "statusUnpaid",
  paid: "statusPaid",
  processing: "statusProcessing",
  shipped: "statusShipped",
  delivered: "statusDelivered",
  completed: "statusCompleted",
  canceled: "statusCanceled",
  cancelled: "statusCanceled",
  refunded: "statusRefunded",
} as const satisfies Record<string, PhraseKey>;

/** A common order status in the customer's language; any other in the shop's own words. */
export function orderStatusWords(status: string, locale: Locale): string {
  const key = status.trim().toLowerCase();
  return Object.hasOwn(statusPhrases, key)
    ? say(locale, statusPhrases[key as keyof typeof statusPhrases])
    : status;
}

/** Whether a package's date is the day it came, rather than the day it is expected. */
export function isDelivered(packageStatus: string): boolean {
  return /\bdelivered\b|签收|妥投|配達完了/i.test(packageStatus);
}
