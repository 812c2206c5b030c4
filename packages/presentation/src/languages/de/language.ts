import type { Language } from "../contract/language.ts";
import { cards } from "./cards.ts";
import { reading } from "./reading.ts";
import { windowLanguage } from "./window.ts";
import { dialogWords } from "./words/dialog-words.ts";

/** German. */
export const de: Language = {
  cards,
  window: windowLanguage,
  dialog: dialogWords,
  reading,
  sentenceSpace: " ",
  facebookLocales: ["de_DE"],
};
