import type { Fact, Intent } from "./recognition.ts";

/** What a number in an utterance may be given for. */
export const numberSlots = ["order_number", "package_number"] as const;
export type NumberSlot = (typeof numberSlots)[number];

/** The one command that a language model chose: names of a list, and places of numbers that were found before. */
export interface ModelCommand {
  intent: Intent;
  about: Fact[];
  /** Of the catalog, or one that the shop added. */
  topic: string | null;
  /** Which number of the utterance is meant, by its placeholder; `null`: none. */
  slots: Record<NumberSlot, string | null>;
}

/**
 * How asking a language model ended. `command`: it chose one. `refused`: what it said is none. `timeout`,
 * `failed`: nothing came that could be read. `busy`, `spared`: it was not asked, because others wait for it
 * or because it failed a moment ago.
 */
export const modelOutcomes = ["command", "refused", "timeout", "failed", "busy", "spared"] as const;
export type ModelOutcome = (typeof modelOutcomes)[number];

/** One time that a language model was asked, or was to be; nothing of what the customer wrote is in it. */
export interface ModelCall {
  outcome: ModelOutcome;
  /** Why there is no command, in a word that never changes; `null`: there is one. */
  reason: string | null;
  command: ModelCommand | null;
  durationMs: number;
  /** As the server counted them; `null`: it did not say. */
  tokens: { prompt: number; completion: number } | null;
}
