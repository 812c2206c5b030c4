import { type CustomerLocale, languages, nameLanguage } from "@meetbot/presentation";
import { languageTags } from "./locale.ts";
import { useSpeaking } from "./speaking.tsx";

/** What a language of customers is called by whoever looks. */
export function useLanguageName(): (locale: CustomerLocale) => string {
  const tag = languageTags[useSpeaking().locale];
  return (locale) => nameLanguage(locale, tag);
}

/** For `lang`, around what a customer reads. */
export const customerTag = (locale: CustomerLocale): string => languages[locale].cards.tag;
