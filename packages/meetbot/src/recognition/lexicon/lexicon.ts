/** The ideas that utterances are made of, as far as the rules care. */
export type Concept =
  // what is spoken of
  | "order"
  | "parcel"
  | "logistics"
  | "goods"
  // what is asked of it
  | "check"
  | "status"
  | "where"
  | "when"
  | "day"
  | "arrive"
  | "ship"
  | "question"
  | "trouble"
  // complete by themselves
  | "whereIsOrder"
  | "whereIsIt"
  | "whenWillItCome"
  | "notHere"
  | "stuck"
  | "lost"
  | "ordersOfMine"
  | "parcelOfMine"
  | "impatience"
  // something else
  | "elsewhere"
  | "otherThing"
  | "presale"
  | "purchase"
  // talk with the bot
  | "person"
  | "serviceDesk";

/** What short utterances consist of, in any order; `label` only introduces an identifier. */
export type Saying =
  | "greeting"
  | "thanks"
  | "help"
  | "cancel"
  | "orders"
  | "parcels"
  | "unclear"
  | "label"
  | "filler";

/**
 * The words of one language. Each entry is a pattern: `…` stands for up to a few words of the
 * same clause, a space for white space, `(a|b)?` reads as in regular expressions, and in English
 * `*` ends a word in any way (`deliver*`). English entries match whole words only.
 */
export interface Lexicon {
  concepts: Readonly<Record<Concept, readonly string[]>>;
  sayings: Readonly<Record<Saying, readonly string[]>>;
}
