import type { AccountWords, EnglishWords } from "../languages/contract/language.ts";
import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import { type Filling, fill } from "./fill.ts";

/** The phrases that differ where shops do not find customers by email. */
type AccountPhrase = keyof AccountWords["both"];

/** The phrases that mention one specific account. */
type AccountValuePhrase = Exclude<keyof AccountWords["phone"], AccountPhrase>;

/** Returns the bot's phrase for the kind of account that identifies customers, in their language, filled in. */
export function formatAccount<Key extends AccountPhrase>(
  locale: CustomerLocale,
  kind: "email" | "phone" | "both",
  key: Key,
  ...[texts]: Filling<EnglishWords[Key]>
): string {
  const { dialog, accounts } = languages[locale];
  return fill((kind === "email" ? dialog : accounts[kind])[key], texts ?? {});
}

/** Returns the bot's phrase for one account, which is an email or a telephone number. */
export function describeAccount<Key extends AccountValuePhrase>(
  locale: CustomerLocale,
  isPhone: boolean,
  key: Key,
  ...[texts]: Filling<EnglishWords[Key]>
): string {
  const { dialog, accounts } = languages[locale];
  return fill((isPhone ? accounts.phone : dialog)[key], texts ?? {});
}
