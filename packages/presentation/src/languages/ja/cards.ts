import type { CardLanguage } from "../contract/card-language.ts";
import { countryOf } from "../zh/country-of.ts";
import { cardWords } from "./words/card-words.ts";
import { stageWords } from "./words/stage-words.ts";

/** Cards in Japanese: addresses run from the country and the postcode to the house. */
export const cards: CardLanguage = {
  locale: "ja",
  tag: "ja-JP",
  words: cardWords,
  stages: stageWords,
  address: ["country", "postal_code", "state", "city", "street_1", "street_2"],
  addressComma: " ",
  countryOf: countryOf("ja-JP"),
};
