import type { Language } from "../contract/language.ts";
import { cards } from "./cards.ts";
import { windowLanguage } from "./window.ts";
import { dialogWords } from "./words/dialog-words.ts";

/** English. */
export const en: Language = {
  cards,
  window: windowLanguage,
  dialog: dialogWords,
  sentenceSpace: " ",
};
