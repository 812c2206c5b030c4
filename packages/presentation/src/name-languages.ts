import type { CustomerLocale } from "./languages/customer-locale.ts";

/** Returns a language's name in another language: `German`, `德语`. */
export function nameLanguage(language: string, tag: string): string {
  return new Intl.DisplayNames(tag, { type: "language" }).of(language) ?? language;
}

/** Lists several languages for use in a sentence: `English and Chinese`. */
export function listLanguages(languages: readonly CustomerLocale[], tag: string): string {
  const names = languages.map((language) => nameLanguage(language, tag));
  return new Intl.ListFormat(tag, { type: "conjunction" }).format(names);
}
