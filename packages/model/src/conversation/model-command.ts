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
  /** The placeholder of the number in the utterance that fills each slot; `null` if none does. */
  slots: Record<NumberSlot, string | null>;
}

/** How asking a language model ended. */
export const modelOutcomes = [
  "command",
  /** The model's output is not a valid command. */
  "refused",
  "timeout",
  /** The model returned nothing readable. */
  "failed",
  /** The model was not queried because other requests are waiting for it. */
  "busy",
  /** The model was not queried because it failed a moment ago. */
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
  /** Token counts from the server; `null` if it did not report them. */
  tokens: { prompt: number; completion: number } | null;
}
