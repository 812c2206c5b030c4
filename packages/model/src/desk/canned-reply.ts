import type { Locale } from "../conversation/locale.ts";

/** A prepared reply of a shop's agents, in one language. */
export interface CannedReply {
  id: string;
  /** One word, by which it is found. */
  name: string;
  locale: Locale;
  text: string;
  /** Changes with every edit; never repeats for a bot, even after deletions. */
  version: number;
  updatedAt: Date;
  updatedBy: string;
}

/** The fields of a canned reply that its author writes. */
export type CannedText = Pick<CannedReply, "name" | "locale" | "text">;

/** The outcome of a change. */
export type CannedOutcome =
  | { outcome: "saved"; reply: CannedReply }
  | { outcome: "changed"; reply: CannedReply }
  | { outcome: "name_taken" | "too_many" | "unknown" };

export const cannedLimits = {
  /** Of one bot, in all languages. */
  replies: 500,
  nameLength: 40,
  textLength: 2000,
} as const;
