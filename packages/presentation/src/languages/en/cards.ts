import type { CardLanguage } from "../contract/card-language.ts";
import { cardWords } from "./words/card-words.ts";
import { stageWords } from "./words/stage-words.ts";

/** Cards in English: addresses run from the street to the country. */
export const cards: CardLanguage = {
  locale: "en",
  tag: "en-US",
  words: cardWords,
  stages: stageWords,
  address: ["street_1", "street_2", "city", "state", "postal_code", "country"],
  addressComma: ", ",
};
