import { type Kysely, sql } from "kysely";

/**
 * Conversations of the web chat in which the customer has written nothing yet. Most are for a moment: the
 * index is small, and written twice for each of the others.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create index conversations_empty on conversations (bot_id, active_at)
    where last_inbound_seq = 1 and channel = 'web-chat'`.execute(db);
}
