/** The limits of a shop's answers. */
export const answerLimits = {
  /** The longest message that Instagram accepts; every other channel accepts more. */
  textLength: 1000,
  /** The most that Messenger shows below a text. */
  buttons: 3,
  /** Messenger truncates longer titles. */
  titleLength: 20,
  /** Browsers and platforms accept URLs of this length; many reject longer ones. */
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
  /** Every utterance is compared with each taught sentence; this many is what a support lead teaches in a year. */
  taught: 1000,
  /** The whole as JSON: it is opened once on every node, and travels to the console as one. */
  bookBytes: 256 * 1024,
  /** Size of the hand-written file, including comments and spaces. */
  fileBytes: 512 * 1024,
  /** How many of the latest versions can be restored. */
  versions: 50,
} as const;

/** Variables that an answer's text may contain in braces; each is filled in if this customer may see the value. */
export const answerVariables = [
  "order.number",
  /** The status in the customer's language, worded as in lists. */
  "order.status",
  "shop.contact",
] as const;
export type AnswerVariable = (typeof answerVariables)[number];
