import type { OrderFilter } from "@meetbot/protocol";
import type { Locale } from "./bot.ts";

/** What a customer wants with an utterance. */
export type Intent =
  | "order_query"
  | "package_track"
  | "greeting"
  | "help"
  | "human_agent"
  | "cancel"
  | "thanks_bye"
  | "other";

/** Whether the bot may act on the intent, must ask first, or has not understood. */
export type Decision = "act" | "clarify" | "none";

/** Something found in an utterance. Offsets are UTF-16 indices into the utterance as written. */
export interface Entity {
  /** Normalized: what may be asked of a merchant. */
  value: string;
  /** As the customer wrote it. */
  text: string;
  start: number;
  end: number;
}

/** What the recognition engine understood of one utterance. */
export interface Recognition {
  text: string;
  intent: Intent;
  /** Between 0 and 1. */
  confidence: number;
  decision: Decision;
  entities: { emails: Entity[]; orderNumbers: Entity[]; packageNumbers: Entity[] };
  /**
   * The one identifier that the whole utterance consists of, with nothing that says of which kind:
   * it answers whatever number was asked for last.
   */
  bareIdentifier: string | null;
  /** The one group of six digits in it: a code, if one is waited for. */
  code: string | null;
  filter: OrderFilter | null;
  locale: Locale;
}
