/** The ideas that utterances are made of, as far as the rules care. */
export type Concept =
  // what is spoken of
  | "order"
  | "parcel"
  | "logistics" // tracking, and how the delivery goes
  | "goods" // what was bought, or the pronoun for it
  // what is asked of it
  | "check"
  | "status"
  | "where"
  | "when"
  | "day" // a day or hour named
  | "arrive"
  | "ship" // the shop sends it
  | "question"
  | "trouble" // slow, late, stuck
  // whole requests
  | "whereIsOrder"
  | "whereIsIt"
  | "whereIsMine" // something of the customer's, of whatever name
  | "whenWillItCome"
  | "notHere" // not received, not sent yet
  | "stuck" // tracking that does not move, a late delivery
  | "lost"
  | "ordersOfMine"
  | "parcelOfMine"
  | "impatience" // time that has passed, and nothing else
  // what the bot cannot look up
  | "elsewhere" // refunds, invoices, changes, payment and the like
  | "otherThing" // what is no goods of a shop, such as bank cards
  | "presale" // delivery of what is not ordered yet
  | "purchase" // placing an order
  // people
  | "person" // asks for a person
  | "serviceDesk" // names the shop's own service
  // what is said to the bot itself
  | "cancel"
  | "thanks"
  | "help"
  | "greeting";

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
