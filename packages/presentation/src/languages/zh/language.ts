import type { Language } from "../../language.ts";
import { cards } from "./cards.ts";
import { dialogWords } from "./dialog-words.ts";
import { windowLanguage } from "./window.ts";

/** Simplified Chinese. */
export const zh: Language = {
  cards,
  window: windowLanguage,
  dialog: dialogWords,
  sentenceSpace: "",
};
