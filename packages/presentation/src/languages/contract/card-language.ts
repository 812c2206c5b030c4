import type { Address } from "@meetbot/protocol";
import type { cardWords } from "../en/words/card-words.ts";
import type { stageWords } from "../en/words/stage-words.ts";

/** The words of cards in one language: one that is missing is a type error. */
export type CardWords = Record<keyof typeof cardWords, string>;

/** The names of all order and package stages in one language. */
export type StageWords = Record<keyof typeof stageWords, string>;

/** Everything that cards need in one language; small enough for a chat window to load. */
export interface CardLanguage {
  /** Its name in `languages.ts`, and in the table of statuses as shops write them. */
  locale: string;
  /** BCP 47, for Intl and for `lang`. */
  tag: string;
  words: CardWords;
  stages: StageWords;
  /** The parts of an address, in the order in which the language writes them on one line. */
  address: readonly (keyof Address)[];
  /** The separator between two parts of an address. */
  addressComma: string;
  /** Returns the name of a country that the shop wrote as a code, for languages whose addresses contain no codes. */
  countryOf?: (country?: string) => string | undefined;
}

/** What a status describes. */
export type StatusOf = "order" | "package";

/** A stage recognized with certainty, and the language in which the shop wrote it. */
export interface KnownStage {
  stage: keyof StageWords;
  language: string;
}

/** The reader's language, time zone and current day. */
export interface Reader {
  language: CardLanguage;
  /**
   * Reads a status in the shop's own words. `null` where no reader is available, as in a browser, where the words of
   * eight languages are too large to load; an item's `known_stage` then carries what the server read.
   */
  stageOf: ((status: string, of: StatusOf) => KnownStage | undefined) | null;
  /** IANA name of the zone in which to format moments; if absent, the zone of this process or browser. */
  timeZone?: string | undefined;
  /** The reader's current day, `YYYY-MM-DD`; if absent, past and future dates are worded the same. */
  today?: string | undefined;
}
