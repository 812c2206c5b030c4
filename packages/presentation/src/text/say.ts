import type { EnglishWords } from "../languages/contract/language.ts";
import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import { type Filling, fill } from "./fill.ts";

/** The name of something that the bot says. */
export type PhraseKey = keyof EnglishWords;

/** What the bot says, in the customer's language, filled in. */
export function say<Key extends PhraseKey>(
  locale: CustomerLocale,
  key: Key,
  ...[texts]: Filling<EnglishWords[Key]>
): string {
  return fill(languages[locale].dialog[key], texts ?? {});
}
