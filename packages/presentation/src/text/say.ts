import type { EnglishWords } from "../languages/contract/language.ts";
import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import { type Filling, fill } from "./fill.ts";

/** The name of one of the bot's phrases. */
export type PhraseKey = keyof EnglishWords;

/** Returns one of the bot's phrases in the customer's language, with its placeholders filled in. */
export function say<Key extends PhraseKey>(
  locale: CustomerLocale,
  key: Key,
  ...[texts]: Filling<EnglishWords[Key]>
): string {
  return fill(languages[locale].dialog[key], texts ?? {});
}
