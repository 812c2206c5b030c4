import { type CustomerLocale, languages } from "./customer-locale.ts";
import { type Filling, fill } from "./fill.ts";
import type { DialogWords } from "./languages/contract/language.ts";
import type { dialogWords } from "./languages/en/words/dialog-words.ts";

/** The name of something that the bot says. */
export type PhraseKey = keyof DialogWords;

/** What the bot says, in the customer's language, filled in. */
export function say<Key extends PhraseKey>(
  locale: CustomerLocale,
  key: Key,
  ...[texts]: Filling<(typeof dialogWords)[Key]>
): string {
  return fill(languages[locale].dialog[key], texts ?? {});
}
