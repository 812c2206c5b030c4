import type { Language } from "../contract/language.ts";
import { cards } from "./cards.ts";
import { reading } from "./reading.ts";
import { windowLanguage } from "./window.ts";
import { dialogWords } from "./words/dialog-words.ts";

/** Simplified Chinese. */
export const zh: Language = {
  cards,
  window: windowLanguage,
  dialog: dialogWords,
  reading,
  sentenceSpace: "",
  facebookLocales: ["zh_CN", "zh_HK", "zh_TW"],
};
