import type { Pool } from "pg";
import type { ConversationKeys } from "../sealing/conversation-keys.ts";
import type { OverviewStore } from "./overview-store.ts";
import { readDeliveryTallies, readFigures } from "./read-tallies.ts";
import { readUnanswered } from "./read-unanswered.ts";
import { tally } from "./tally.ts";

/** The overview in the database. */
export function createOverviewStore(pool: Pool, keys: ConversationKeys): OverviewStore {
  return {
    tally: () => tally(pool),
    figures: (botId, bounds) => readFigures(pool, botId, bounds),
    deliveries: (botId, bounds) => readDeliveryTallies(pool, botId, bounds),
    unanswered: (botId, page) => readUnanswered(pool, keys, botId, page),
  };
}
