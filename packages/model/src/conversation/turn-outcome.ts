/**
 * The result of a turn for the customer. `answered`: the shop answered. `refused`: the shop or the bot could not give
 * what the customer wanted. `missed`: the bot could do nothing with the message. `handed_over`: a person was called, by
 * the customer or by the bot. `in_progress`: the bot needs something first. A turn without a request has none.
 */
export type TurnOutcome = "answered" | "refused" | "missed" | "handed_over" | "in_progress";

/** A recent question, stored to detect when the customer asks it again. */
export interface AskedQuestion {
  /** A hash: questions are only compared. */
  hash: string;
  atMs: number;
}
