import type { dialogWords } from "../en/words/dialog-words.ts";
import type { CardLanguage } from "./card-language.ts";
import type { Reading } from "./reading.ts";
import type { WindowLanguage } from "./window-language.ts";

/** What the bot says in one language: a phrase that is missing is a type error. */
export type DialogWords = Record<keyof typeof dialogWords, string>;

/** All that Meetbot says to customers in one language, and how it understands what they write in it. */
export interface Language {
  cards: CardLanguage;
  window: WindowLanguage;
  dialog: DialogWords;
  reading: Reading;
  /** What stands between two sentences. */
  sentenceSpace: string;
  /** Facebook's names for it, the most usual one first. */
  facebookLocales: readonly [string, ...string[]];
}
