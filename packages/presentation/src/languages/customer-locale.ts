import type { Language } from "./contract/language.ts";
import * as registry from "./languages.ts";

/** A language in which Meetbot writes to customers: its name in `languages.ts`. */
export type CustomerLocale = keyof typeof registry;

/** Every language in which Meetbot writes to customers. */
export const languages: Readonly<Record<CustomerLocale, Language>> = registry;

/** Their names, for lists and choices. */
export const customerLocales = Object.keys(registry) as CustomerLocale[];

/** Returns a value for each language, for settings and previews that show every language. */
export function inEachLanguage<Value>(
  of: (locale: CustomerLocale) => Value,
): Record<CustomerLocale, Value> {
  const values = customerLocales.map((locale) => [locale, of(locale)]);
  return Object.fromEntries(values) as Record<CustomerLocale, Value>;
}
