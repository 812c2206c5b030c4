import { type Kysely, sql } from "kysely";
import type { Tables } from "../../../platform/postgres/tables.ts";

/** The number of messages before the call for a person that the desk gets: enough to see what it is about. */
export const toldBefore = 20;

/** Deletes the places when the desk changes: conversations opened in the previous desk do not exist in the new one. */
export async function forgetPlaces(db: Kysely<Tables>, botId: string): Promise<void> {
  await db.deleteFrom("bridgeConversations").where("botId", "=", botId).execute();
}

/** Hands off customers who currently wait for a person, and retries stalled conversations. */
export async function handOverWaiting(db: Kysely<Tables>, botId: string): Promise<void> {
  await sql`
    insert into bridge_conversations (bot_id, conversation_id, told_seq, due_at)
    select bot_id, conversation_id, greatest(0, last_seq - ${toldBefore}), now() from conversations
    where bot_id = ${botId} and holder = 'waiting'
    on conflict (bot_id, conversation_id) do nothing`.execute(db);
  await db
    .updateTable("bridgeConversations")
    .set({ dueAt: sql<Date>`now()`, tries: 0 })
    .where("botId", "=", botId)
    .where("isOpen", "=", true)
    .execute();
}
