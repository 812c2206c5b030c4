import { type Kysely, sql } from "kysely";

/** Who took a conversation and gave it back is read with it: found by the conversation, without its messages. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(moves).execute(db);
}

const moves = `
  create index desk_events_moves on desk_events (bot_id, conversation_id, event_id)
  where type in (
    'conversation.waiting', 'conversation.taken', 'conversation.returned', 'conversation.closed')`;
