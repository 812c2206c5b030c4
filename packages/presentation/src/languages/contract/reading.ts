/** How what customers write is known to be in one language, and how it is understood. */
export interface Reading {
  /** The letters that it is written with. */
  script: "Latin" | "Han" | "Kana";
  /**
   * Its small words and what customers say most, in lower case, separated by spaces. Of two
   * languages with the same letters, the one of which a message has more words is meant.
   */
  words: string;
  /** Characters that no other language with these letters writes. */
  characters: string;
  /** Characters that tell that a text without letters of its own is in another language. */
  foreignCharacters?: string;
  /**
   * Behind which of its words things are named, in lower case and without accents, separated by spaces: “the”, “my”;
   * `null`: recognition knows them.
   */
  articles: string | null;
  /** Small words that say nothing between two others, in lower case, separated by spaces. */
  fillers?: string;
  /**
   * What customers say, and what it means in English; `null`: recognition is trained for it as it is. `[a|b]` is one of
   * them, and an empty one leaves it out. Of tables that have the same, the last counts; they stay apart, as V8 takes
   * some 10 MB to spread a thousand keys into one.
   */
  glossary: readonly Readonly<Record<string, string>>[] | null;
  /** Reads dates in English where they are written in a way of their own: it is done before the glossary. */
  readDates?(text: string): string;
}
