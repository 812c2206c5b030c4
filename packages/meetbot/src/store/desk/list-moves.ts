import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { type DeskMove, deskMoveKinds } from "@meetbot/model/desk/desk-move.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";

/** How many of the latest moves are returned: readers of a conversation see no more at once. */
const maxMoves = 100;

const kinds = deskMoveKinds.map((kind) => `'conversation.${kind}'`).join(", ");

const statement = {
  name: "desk-moves",
  ...inTime,
  text: `
    select split_part(type, '.', 2) as kind, at, facts ->> 'by' as by, facts ->> 'reason' as reason
    from desk_events
    where bot_id = $1 and conversation_id = $2 and type in (${kinds})
    order by event_id desc limit ${maxMoves}`,
};

/** Returns who took a conversation, handed it back and closed it, as far as still stored; oldest first. */
export async function listMoves(
  pool: Pool,
  { botId, conversationId }: ConversationRef,
): Promise<DeskMove[]> {
  const values = [botId, conversationId];
  const { rows } = await pool.query<DeskMove>({ ...statement, values });
  return rows.toReversed();
}
