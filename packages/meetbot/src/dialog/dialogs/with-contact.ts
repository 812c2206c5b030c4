import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { languages, say } from "@meetbot/presentation";
import type { DialogContext } from "./moves.ts";

/** Returns words that refer the customer to a person, with the shop's contact details if it has provided them. */
export function withContact(
  locale: Locale,
  words: string,
  { contact }: Pick<DialogContext, "contact">,
  key: "reach" | "reachToo" = "reach",
): string {
  if (!contact) return words;
  const sentences = [words, say(locale, key, { contact })];
  return sentences.join(languages[locale].sentenceSpace);
}
