/** The limits of a shop's answers. */
export const answerLimits = {
  /** The longest message that Instagram accepts; every other channel accepts more. */
  textLength: 1000,
  /** The most that Messenger shows below a text. */
  buttons: 3,
  /** Messenger cuts off what is longer. */
  titleLength: 20,
  /** Browsers and platforms take an address of this length, and many no longer one. */
  urlLength: 2048,
  /** More would be a menu of a help center, and each costs a comparison in every turn. */
  ownTopics: 50,
  /** As a bot's. */
  nameLength: 80,
  /** Of one own topic. */
  examples: 50,
  /** Fewer are seldom enough to know a topic by. */
  recommendedExamples: 3,
  /** A sentence, not a letter. */
  exampleLength: 200,
  /** With each an utterance is compared: as many as a support lead teaches in a year. */
  taught: 1000,
  /** The whole as JSON: it is opened once on every node, and travels to the console as one. */
  bookBytes: 256 * 1024,
  /** As it is written by hand: with its comments and spaces. */
  fileBytes: 512 * 1024,
  /** So many of the latest versions can be gone back to. */
  versions: 50,
} as const;

/** Variables that an answer's text may contain in braces; each is filled in if this customer may see the value. */
export const answerVariables = [
  "order.number",
  /** In the customer's language, as lists say it. */
  "order.status",
  "shop.contact",
] as const;
export type AnswerVariable = (typeof answerVariables)[number];
