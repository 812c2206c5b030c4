import { languages } from "@meetbot/presentation";
import { toldOfEach, toldWithoutPackages } from "../fixtures/slow-merchant.ts";
import type { Span } from "./outcomes.ts";

/** Something a customer said, and what its answer must be. */
export interface Said {
  id: string;
  /** The texts and order numbers of its replies, in order. */
  answer: string[];
}

/** What came of a customer's whole conversation. */
export interface Conversation {
  channel: "webChat" | "messenger" | "telegram";
  said: Said[];
  /** From first saying something to having its last reply, for each thing said, in order. */
  waits: Span[];
  /** Parts of this conversation of which nobody knew whether they had arrived, and until when. */
  uncertain: Span[];
  /** What else happened, by name. */
  counts: Record<string, number>;
}

/**
 * A customer who writes on any channel while nodes come and go, and continues until each message is acknowledged. A
 * channel takes part in the experiment by one function that creates these customers.
 */
export interface Customer {
  /** Has everything answered and looks at the whole of it; throws at what was lost, doubled or moved. */
  end(): Promise<Conversation>;
}

/**
 * An answer as it mostly is: help has other words the second time in a row, and of an order whose packages were
 * not told in time, as where a node stood still meanwhile, the bot says less.
 */
export function asMostly(text: string): string {
  const { help, helpAgain } = languages.en.dialog;
  if (text === helpAgain) return help;
  return text.replace(toldWithoutPackages, toldOfEach);
}
