import type { Locale } from "../../model/conversation/locale.ts";
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
  on_file: "statusOnFile",
} as const satisfies Record<string, PhraseKey>;

/** The stages that are told of a package of which little may be seen; they are codes, not words. */
const packagePhrases = {
  processing: "statusProcessing",
  shipped: "statusShipped",
  delivered: "statusDelivered",
  on_file: "statusOnFile",
} as const satisfies Record<string, PhraseKey>;

/** A common order status in the customer's language; any other in the shop's own words. */
export function orderStatusWords(status: string, locale: Locale): string {
  const key = status.trim().toLowerCase();
  return Object.hasOwn(statusPhrases, key)
    ? say(locale, statusPhrases[key as keyof typeof statusPhrases])
    : status;
}

/** A package's stage in the customer's language; any other status in the shop's own words. */
export function packageStatusWords(status: string, locale: Locale): string {
  return Object.hasOwn(packagePhrases, status)
    ? say(locale, packagePhrases[status as keyof typeof packagePhrases])
    : status;
}

/** Whether a package's date is the day it came, rather than the day it is expected. */
export function isDelivered(packageStatus: string): boolean {
  return /\bdelivered\b|签收|妥投|配達完了/i.test(packageStatus);
}
