/**
 * What a turn came to for the customer. `answered`: the shop answered. `refused`: the shop or the bot
 * could not give what was asked for. `missed`: the bot could do nothing with what was written. `handed_over`: a
 * person was asked for. `in_progress`: the bot needs something first. A turn that asked for nothing has none.
 */
export type TurnOutcome = "answered" | "refused" | "missed" | "handed_over" | "in_progress";

/** A question lately asked, so that asking it again is noticed. */
export interface AskedQuestion {
  /** A hash: what was asked is only compared. */
  hash: string;
  atMs: number;
}
