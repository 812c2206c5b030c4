import type { Language } from "../../language.ts";
import { cards } from "./cards.ts";
import { dialogWords } from "./dialog-words.ts";
import { windowLanguage } from "./window.ts";

/** English. */
export const en: Language = {
  cards,
  window: windowLanguage,
  dialog: dialogWords,
  sentenceSpace: " ",
};
