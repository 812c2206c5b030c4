import type { CardLanguage } from "../contract/card-language.ts";
import { cardWords } from "./words/card-words.ts";
import { stageWords } from "./words/stage-words.ts";

/** Cards in French: the postcode precedes the city. */
export const cards: CardLanguage = {
  locale: "fr",
  tag: "fr-FR",
  words: cardWords,
  stages: stageWords,
  address: ["street_1", "street_2", "postal_code", "city", "state", "country"],
  addressComma: ", ",
};
