import { type CustomerLocale, languages, nameLanguage } from "@meetbot/presentation";
import { languageTags } from "./locale.ts";
import { useSpeaking } from "./speaking.tsx";

/**
 * Returns a function that names a language in the viewer's language: a customer language, or one by a platform's own
 * code.
 */
export function useLanguageName(): (language: string) => string {
  const tag = languageTags[useSpeaking().locale];
  return (language) => nameLanguage(language, tag);
}

/** Returns the `lang` attribute for text that a customer reads. */
export const customerTag = (locale: CustomerLocale): string => languages[locale].cards.tag;
