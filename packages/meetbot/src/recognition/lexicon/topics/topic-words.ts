/**
 * Kinds of words that identify the topic of a question to a shop; a kind without words in a language is a type error.
 */
export const wordKinds = [
  "moneyBack",
  "sendBack",
  "swap",
  "stop",
  "address",
  "phone",
  "edit",
  "add",
  "placed",
  "broken",
  "missing",
  "arrived",
  "bill",
  "duration",
  "sendOut",
  "holiday",
  "today",
  "cost",
  "country",
  "carrier",
  "choose",
  "payMethod",
  "pay",
  "payFails",
  "promo",
  "cheaper",
  "stock",
  "size",
  "product",
  "warranty",
  "aged",
  "repair",
  "pickUp",
  "hours",
  "complaint",
  "privacy",
  "account",
  "far",
  "mine",
  "person",
] as const;

/** One of them. */
export type WordKind = (typeof wordKinds)[number];

/** The words of each kind in one language, with spaces between. */
export type TopicWords = Readonly<Record<WordKind, string>>;
