/** How satisfied a customer is: 1 is not at all, 5 is very. */
export type RatingValue = 1 | 2 | 3 | 4 | 5;

/** Who had written last when the bot asked for a rating. */
export type RatedHolder = "bot" | "person";

/** A turn's contribution to a conversation's rating. */
export type RatingFact =
  | { kind: "asked"; holder: RatedHolder }
  | { kind: "rated"; value: RatingValue; holder: RatedHolder }
  /** The customer's own words, added to the rating. */
  | { kind: "words"; words: string };

/** The outcome when a customer leaves an email. */
export type LeftEmailOutcome = { kind: "left"; email: string } | { kind: "no_address" | "limited" };

/** The facts about how people answer customers, for the dialog. */
export interface WaitingFacts {
  /** How many minutes today's customers waited for the first reply, measured and rounded up; `null` if unknown. */
  usualWait: number | null;
  /** Whether agents' replies can also be sent by mail. */
  mailsReplies: boolean;
}
