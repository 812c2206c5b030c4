import type { CardLanguage } from "../contract/card-language.ts";
import { cardWords } from "./words/card-words.ts";
import { stageWords } from "./words/stage-words.ts";

/** Cards in Brazilian Portuguese: the city and the state precede the postcode. */
export const cards: CardLanguage = {
  locale: "pt-BR",
  tag: "pt-BR",
  words: cardWords,
  stages: stageWords,
  address: ["street_1", "street_2", "city", "state", "postal_code", "country"],
  addressComma: ", ",
};
