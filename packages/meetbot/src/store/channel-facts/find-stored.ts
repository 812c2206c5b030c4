import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationPlace } from "./find-or-open.ts";

const statement = {
  name: "channel-stored",
  ...inTime,
  text: `
    select conversation_id as "conversationId" from conversations as own
    where bot_id = $1 and token_hash = $2 and exists (
      select from messages
      where messages.bot_id = $1 and messages.conversation_id = own.conversation_id
        and dedupe_key = $3 and direction = 'in'
    )`,
};

/** Returns a customer's conversation if it contains this event; otherwise `null`. */
export async function findStored(
  pool: Pool,
  { botId, lookup }: Pick<ConversationPlace, "botId" | "lookup">,
  dedupeKey: string,
): Promise<ConversationRef | null> {
  const values = [botId, lookup, dedupeKey];
  const { rows } = await pool.query<{ conversationId: string }>({ ...statement, values });
  return rows[0] ? { botId, ...rows[0] } : null;
}
