import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import type { OrderNewsStatus, ParcelStatus } from "../parcels/parcel-status.ts";

/** A sentence for each status; `other`: for one that this version does not know. */
interface NewsSentences {
  order: Readonly<Record<OrderNewsStatus | "other", string>>;
  package: Readonly<Record<ParcelStatus | "other", string>>;
}

/**
 * What became of an order or a parcel, in one sentence that says nothing else of it: it stands on lock screens,
 * in the subject of a mail and as the headline in the chat. A status that this version does not know is told as news.
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
