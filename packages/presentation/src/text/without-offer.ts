import { type CustomerLocale, languages } from "../languages/customer-locale.ts";

/** What the bot says, as whoever a person is called for reads it: one is not offered again. */
export function withoutOffer(words: string, locale: CustomerLocale): string {
  let said = words;
  for (const [offer, instead] of languages[locale].personOffers)
    said = said.replace(offer, instead);
  return said;
}
