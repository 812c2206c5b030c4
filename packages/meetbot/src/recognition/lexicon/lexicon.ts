/**
 * The concepts in utterances that matter to recognition. The model depends on their order, so add new ones at the end.
 */
export const concepts = [
  // what the message is about
  "order",
  "parcel",
  "logistics", // tracking, and how the delivery goes
  "goods", // what was bought, or the pronoun for it
  // what the customer asks of it
  "check",
  "status",
  "where",
  "when",
  "day", // a day or hour named
  "arrive",
  "ship", // the shop sends it
  "question",
  "trouble", // slow, late, stuck
  "not", // denied, or not yet
  "still", // it lasts
  "mine",
  "signed", // said to be delivered
  "urge",
  "id", // a number of an order or a parcel
  // whole requests
  "whereIsOrder",
  "whereIsIt",
  "whereIsMine", // something of the customer's, of whatever name
  "whenWillItCome",
  "notHere", // not received, not sent yet
  "stuck", // tracking that does not move, a late delivery
  "lost",
  "ordersOfMine",
  "parcelOfMine",
  "impatience", // time that has passed, and nothing else
  // what the bot cannot look up
  "refund",
  "exchange",
  "invoice",
  "price",
  "callOff", // to cancel an order, not the dialog
  "change", // of an address, a name, an item of the order
  "contact", // an address or a number, given or wanted
  "fee",
  "stock",
  "repair", // installing and mending
  "fault", // broken, wrong or missing in the parcel
  "pay",
  "account",
  "complaint",
  "carrierChoice",
  "sending", // a parcel of the customer's own, sent or fetched
  "product", // what it is like, and how it is used
  "hold", // wants it later, elsewhere, or not brought
  "otherThing", // what is no goods of a shop, such as bank cards
  "presale", // delivery of what is not ordered yet
  "purchase", // placing an order
  // people
  "person", // asks for a person
  "serviceDesk", // names the shop's own service
  // what the customer says to the bot itself
  "cancel",
  "thanks",
  "help",
  "greeting",
] as const;

export type Concept = (typeof concepts)[number];

/** The building blocks of short utterances, in any order; `label` only introduces an identifier. */
export type Saying =
  | "greeting"
  | "thanks"
  | "help"
  | "cancel"
  | "orders"
  | "parcels"
  | "oneOrder"
  | "unclear"
  | "label"
  | "filler";

/**
 * The words of one language. Each entry is a pattern: `…` matches up to a few words of the same clause, a space matches
 * white space, `(a|b)?` works as in regular expressions, and in English `*` matches any ending of a word (`deliver*`).
 * English entries match whole words only.
 */
export interface Lexicon {
  concepts: Readonly<Record<Concept, readonly string[]>>;
  sayings: Readonly<Record<Saying, readonly string[]>>;
}
