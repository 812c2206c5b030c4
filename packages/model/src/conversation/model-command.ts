import type { Intent, NamedFact } from "./recognition.ts";

/** What a number in an utterance may stand for. */
export const numberSlots = [
  /** By which an order is looked up. */
  "order_number",
  /** By which a parcel is. */
  "package_number",
] as const;
export type NumberSlot = (typeof numberSlots)[number];

/** The one command that a language model chose: names of a list, and places of numbers that were found before. */
export interface ModelCommand {
  intent: Intent;
  about: NamedFact[];
  /** Of the catalog, or one that the shop added. */
  topic: string | null;
  /** Which number of the utterance is meant, by its placeholder; `null`: none. */
  slots: Record<NumberSlot, string | null>;
}

/** How asking a language model ended. */
export const modelOutcomes = [
  "command",
  /** The model's output is not a valid command. */
  "refused",
  "timeout",
  /** Nothing came that could be read. */
  "failed",
  /** It was not asked: others wait for it. */
  "busy",
  /** It was not asked: it failed a moment ago. */
  "spared",
] as const;
export type ModelOutcome = (typeof modelOutcomes)[number];

/** One call of a language model, made or skipped; contains nothing that the customer wrote. */
export interface ModelCall {
  outcome: ModelOutcome;
  /** Stable code for why there is no command; `null` if there is one. */
  reason: string | null;
  command: ModelCommand | null;
  durationMs: number;
  /** As the server counted them; `null`: it did not say. */
  tokens: { prompt: number; completion: number } | null;
}
