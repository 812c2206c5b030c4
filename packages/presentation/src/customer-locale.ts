import type { Reader } from "./languages/contract/card-language.ts";
import type { Language } from "./languages/contract/language.ts";
import * as registry from "./languages.ts";

/** A language in which customers are spoken to: its name in `languages.ts`. */
export type CustomerLocale = keyof typeof registry;

/** Every language in which customers are spoken to. */
export const languages: Readonly<Record<CustomerLocale, Language>> = registry;

/** Who reads in a language, for the functions that draw cards. */
export function readerOf(locale: CustomerLocale, where: Omit<Reader, "language"> = {}): Reader {
  return { language: languages[locale].cards, ...where };
}
