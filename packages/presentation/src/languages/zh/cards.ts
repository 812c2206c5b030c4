import type { CardLanguage } from "../contract/card-language.ts";
import { countryOf } from "./country-of.ts";
import { cardWords } from "./words/card-words.ts";
import { stageWords } from "./words/stage-words.ts";

/**
 * Cards in Chinese: addresses run from the country to the house, as on Chinese forms and parcels (省 市 区 街道). The
 * postcode comes last: Chinese forms write it apart from the address (邮编), and between the country and the province it
 * would split what people read as one unit.
 */
export const cards: CardLanguage = {
  locale: "zh",
  tag: "zh-CN",
  words: cardWords,
  stages: stageWords,
  address: ["country", "state", "city", "street_1", "street_2", "postal_code"],
  addressComma: " ",
  countryOf: countryOf("zh-CN"),
};
