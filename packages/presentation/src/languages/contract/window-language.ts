import type { windowWords } from "../en/words/window-words.ts";
import type { CardLanguage } from "./card-language.ts";

/** The words of the chat window's own: one that is missing is a type error. */
export type WindowWords = Record<keyof typeof windowWords, string>;

/** All texts of a chat window in one language. */
export interface WindowLanguage {
  cards: CardLanguage;
  words: WindowWords;
}
