/** How to recognize and understand customers' messages in one language. */
export interface Reading {
  /** The letters that it is written with. */
  script: "Latin" | "Han" | "Kana";
  /**
   * The language's small words and customers' most frequent words, in lower case, separated by spaces. Of two languages
   * with the same letters, the one with more words in the message wins.
   */
  words: string;
  /** Characters that occur in no other language of this script. */
  characters: string;
  /** Characters which show that a text without letters of its own is in another language. */
  foreignCharacters?: string;
  /**
   * The language's words that precede the name of a thing, in lower case and without accents, separated by spaces:
   * “the”, “my”; `null` if recognition has them built in.
   */
  articles: string | null;
  /** Small words that carry no meaning between two others, in lower case, separated by spaces. */
  fillers?: string;
  /**
   * Customers' phrases and their English equivalents; `null` if recognition is trained for the language itself. `[a|b]`
   * matches one of the alternatives; an empty alternative makes the group optional. If several tables have the same
   * key, the last one counts. The tables stay separate because V8 takes some 10 MB to spread a thousand keys into one.
   */
  glossary: readonly Readonly<Record<string, string>>[] | null;
  /** Rewrites dates in English where the language has its own way to write them; runs before the glossary. */
  readDates?(text: string): string;
}
