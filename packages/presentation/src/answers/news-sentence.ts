import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import type { OrderNewsStatus, ParcelStatus } from "../parcels/parcel-status.ts";

/** A sentence for each status; `other`: for one that this version does not know. */
interface NewsSentences {
  order: Readonly<Record<OrderNewsStatus | "other", string>>;
  package: Readonly<Record<ParcelStatus | "other", string>>;
}

/**
 * Returns the change to an order or a parcel in one sentence without other details: lock screens, email subjects and
 * the chat's headline show it. A status that this version does not know gets a general sentence about an update.
 */
export function newsSentence(
  locale: CustomerLocale,
  of: keyof NewsSentences,
  status: string,
): string {
  const { news }: { news: NewsSentences } = languages[locale];
  const sentences = news[of];
  return Object.hasOwn(sentences, status)
    ? sentences[status as keyof typeof sentences]
    : sentences.other;
}
