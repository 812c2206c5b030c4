import type { Usage } from "@meetbot/model/bot/usage.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { firstAnswerAt } from "./first-answer.ts";

/** Creates the store for the observed use of bots. */
export function createUsageStore(db: Kysely<Tables>) {
  return {
    async note(botId: string, { kind, name }: Pick<Usage, "kind" | "name">): Promise<void> {
      await sql`
        insert into sightings (bot_id, kind, name)
        select bot_id, ${kind}, ${name} from bots where bot_id = ${botId} for key share
        on conflict (bot_id, kind, name) do update set seen_at = now()`.execute(db);
    },
    /** Newest first. */
    of: (botId: string): Promise<Usage[]> =>
      db
        .selectFrom("sightings")
        .select(["kind", "name", "seenAt"])
        .where("botId", "=", botId)
        .orderBy("seenAt", "desc")
        .execute(),
    /** When the shop first answered a customer's question; null: it has not. */
    firstAnswerAt: (botId: string) => firstAnswerAt(db, botId),
  };
}

/** The observed use of bots. Nothing is stored for a deleted bot. */
export type UsageStore = ReturnType<typeof createUsageStore>;
