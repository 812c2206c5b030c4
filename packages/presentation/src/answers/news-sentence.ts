import { type CustomerLocale, languages } from "../languages/customer-locale.ts";

/**
 * What became of an order or a parcel, in one sentence that says nothing else of it: it stands on lock screens,
 * in the subject of a mail and as the headline in the chat. A status that this version does not know is told as news.
 */
export function newsSentence(
  locale: CustomerLocale,
  of: "order" | "package",
  status: string,
): string {
  const sentences: Readonly<Record<string, string>> = languages[locale].news[of];
  return Object.hasOwn(sentences, status) ? (sentences[status] ?? "") : (sentences.other ?? "");
}
