import type { CardLanguage } from "../contract/card-language.ts";
import { cardWords } from "./words/card-words.ts";
import { stageWords } from "./words/stage-words.ts";

/** Cards in Spanish: the postcode precedes the city. */
export const cards: CardLanguage = {
  locale: "es",
  tag: "es-ES",
  words: cardWords,
  stages: stageWords,
  address: ["street_1", "street_2", "postal_code", "city", "state", "country"],
  addressComma: ", ",
};
