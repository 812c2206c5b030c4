import type { Locale } from "@meetbot/model/conversation/locale.ts";
import { languages, say } from "@meetbot/presentation";
import type { DialogContext } from "./moves.ts";

/** Words that send to a person, with where one is reached if the shop told. */
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
