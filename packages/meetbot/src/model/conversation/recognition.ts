import type { OrderFilter } from "@meetbot/protocol";
import type { Locale } from "./locale.ts";

/**
 * What a customer may want with an utterance. The order is that of the learned model's classes: the first two
 * are about orders, the last is none of the others.
 */
export const intents = [
  "order_query",
  "package_track",
  "greeting",
  "help",
  "human_agent",
  "cancel",
  "thanks_bye",
  "other",
] as const;

/** What a customer wants with an utterance. */
export type Intent = (typeof intents)[number];

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

/** A package's number in an utterance. */
export interface PackageNumber extends Entity {
  /** The carrier's name, by the number's form or the words around it; null where neither tells. */
  carrier: string | null;
}

/**
 * Which of the things just offered is meant: by its place, the next ones, the code, or a yes or no to
 * it; `unknown`: the customer does not have what is asked for; `sign_out`: they want to be nobody here.
 */
export type Picked = number | "last" | "next" | "code" | "yes" | "no" | "unknown" | "sign_out";

/** What the recognition engine understood of one utterance. */
export interface Recognition {
  text: string;
  intent: Intent;
  /** Between 0 and 1. */
  confidence: number;
  decision: Decision;
  /** The intent is `other`, and it is known to be something a shop does but the bot cannot. */
  isOtherTopic: boolean;
  entities: { emails: Entity[]; orderNumbers: Entity[]; packageNumbers: PackageNumber[] };
  /**
   * The one identifier that the whole utterance consists of, with nothing that says of which kind:
   * it answers whatever number was asked for last.
   */
  bareIdentifier: string | null;
  /** The one group of six digits in it: a code, if one is waited for. */
  code: string | null;
  /** Set where the utterance says nothing else. */
  picked: Picked | null;
  filter: OrderFilter | null;
  locale: Locale;
  /** It is surely in a language that Meetbot does not speak; `locale` is then the one spoken before. */
  isOtherLanguage: boolean;
}
