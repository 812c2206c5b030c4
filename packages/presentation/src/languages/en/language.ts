import type { Language } from "../contract/language.ts";
import { cards } from "./cards.ts";
import { reading } from "./reading.ts";
import { windowLanguage } from "./window.ts";
import { dialogWords } from "./words/dialog-words.ts";

/** English. */
export const en: Language = {
  cards,
  window: windowLanguage,
  dialog: dialogWords,
  reading,
  sentenceSpace: " ",
  facebookLocales: ["en_US", "en_GB"],
};
