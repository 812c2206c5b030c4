import type { CardLanguage } from "../contract/card-language.ts";
import { cardWords } from "./words/card-words.ts";
import { stageWords } from "./words/stage-words.ts";

/** Cards in German: the postcode precedes the city. */
export const cards: CardLanguage = {
  locale: "de",
  tag: "de-DE",
  words: cardWords,
  stages: stageWords,
  address: ["street_1", "street_2", "postal_code", "city", "state", "country"],
  addressComma: ", ",
};
