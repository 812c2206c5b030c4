import { type CustomerLocale, languages } from "../languages/customer-locale.ts";

/** Returns the bot's text for a customer for whom a person is already called, without offering one again. */
export function withoutOffer(words: string, locale: CustomerLocale): string {
  let said = words;
  for (const [offer, instead] of languages[locale].personOffers)
    said = said.replace(offer, instead);
  return said;
}
