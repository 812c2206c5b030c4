import type { Pool } from "pg";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import {
  readDeliveryTallies,
  readFigures,
  readStrictSince,
  readTopicTallies,
} from "./read-tallies.ts";
import { readUnanswered, type UnansweredPage } from "./read-unanswered.ts";
import { tally } from "./tally.ts";

/** The overview in the database. */
export function createOverviewStore(pool: Pool, keys: ConversationKeys) {
  return {
    /** Counts the quarters of an hour that are over. Run it before anything is forgotten. */
    tally: () => tally(pool),
    /** The figures of each part of a time; `bounds` lie between the parts, at quarters of an hour. */
    figures: (botId: string, bounds: readonly Date[]) => readFigures(pool, botId, bounds),
    /** Since when `selfServed` is counted as it is now; before, more counted. Null: always. */
    strictSince: () => readStrictSince(pool),
    deliveries: (botId: string, bounds: readonly Date[]) =>
      readDeliveryTallies(pool, botId, bounds),
    /** Returns what customers asked besides orders, between two moments at quarters of an hour. */
    topics: (botId: string, between: readonly [from: Date, until: Date]) =>
      readTopicTallies(pool, botId, between),
    unanswered: (botId: string, page: UnansweredPage) => readUnanswered(pool, keys, botId, page),
  };
}

/** A bot's figures, and the utterances that it could not handle. */
export type OverviewStore = ReturnType<typeof createOverviewStore>;
