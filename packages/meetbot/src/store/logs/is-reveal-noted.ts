import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { type Kysely, sql } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";

/** For this long, one entry covers all views of the same conversation by the same operator. */
const notedForMinutes = 15;

/**
 * How many of a bot's latest entries the search covers, found by their numbers; views beyond that are recorded again.
 */
const latest = 1000;

/**
 * Checks whether the audit log already records that an operator views a conversation unmasked, and whether the
 * conversation still exists.
 */
export async function isRevealNoted(
  db: Kysely<Tables>,
  { botId, conversationId }: ConversationRef,
  actor: string,
): Promise<boolean> {
  if (!isStorable(conversationId) || !isStorable(botId)) return false;
  const { rows } = await sql`
    select from (
      select at, actor, action, detail from audit
      where bot_id = ${botId} order by entry desc limit ${latest}
    ) as latest
    where actor = ${actor} and action = 'conversation_revealed'
      and detail ->> 'conversation' = ${conversationId}
      and at > now() - ${notedForMinutes} * interval '1 minute'
      and exists (
        select from conversations where bot_id = ${botId} and conversation_id = ${conversationId}
      )
    limit 1`.execute(db);
  return rows.length > 0;
}
