import type { CardLanguage } from "../contract/card-language.ts";
import { countryOf } from "../zh/country-of.ts";
import { cardWords } from "./words/card-words.ts";
import { stageWords } from "./words/stage-words.ts";

/** Cards in Traditional Chinese, as in Taiwan: addresses run from the postcode to the house. */
export const cards: CardLanguage = {
  locale: "zh-Hant",
  tag: "zh-TW",
  words: cardWords,
  stages: stageWords,
  address: ["country", "postal_code", "state", "city", "street_1", "street_2"],
  addressComma: " ",
  countryOf: countryOf("zh-TW"),
};
