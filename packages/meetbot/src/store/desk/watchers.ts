import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Watcher } from "@meetbot/model/desk/watcher.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";

/** A watcher who is silent this long no longer counts as looking. By the database's clock. */
export const stays = "interval '15 seconds'";

/** `hasChanged`: the operator was not there before, or has started or stopped writing. */
const lookStatement = {
  name: "watchers-look",
  ...inTime,
  text: `
    with there as (
      select holder, held_by from conversations where bot_id = $1 and conversation_id = $2
    ), before as (
      select is_writing, seen_at > now() - ${stays} as "isThere" from conversation_presence
      where bot_id = $1 and conversation_id = $2 and operator_id = $3
    ), put as (
      insert into conversation_presence (bot_id, conversation_id, operator_id, is_writing)
      select $1, $2, $3, $4::boolean from there
      on conflict (bot_id, conversation_id, operator_id)
      do update set is_writing = excluded.is_writing, seen_at = now()
    )
    select coalesce((select "isThere" and is_writing = $4 from before), false) is false as "hasChanged",
      $4 and (holder = 'waiting' or held_by = $3) is true as "isShown"
    from there`,
};

const leaveStatement = {
  name: "watchers-leave",
  ...inTime,
  text: `
    delete from conversation_presence
    where bot_id = $1 and conversation_id = $2 and operator_id = $3`,
};

const wroteStatement = {
  name: "watchers-wrote",
  ...inTime,
  text: `
    update conversation_presence set is_writing = false
    where bot_id = $1 and conversation_id = $2 and operator_id = $3 and is_writing`,
};

const listStatement = {
  name: "watchers-list",
  ...inTime,
  text: `
    select operator_id as "operatorId", is_writing as "isWriting" from conversation_presence
    where bot_id = $1 and conversation_id = $2 and seen_at > now() - ${stays}
    order by operator_id`,
};

/** Which colleagues look at a conversation, and write in it, at this moment. */
export function createWatchers(pool: Pool) {
  const at = ({ botId, conversationId }: ConversationRef, operatorId: string) => [
    botId,
    conversationId,
    operatorId,
  ];
  return {
    /**
     * Records that an operator is viewing a conversation. `isShown`: the operator is writing and may answer. `null` if
     * there is no such conversation.
     */
    async look(
      ref: ConversationRef,
      operatorId: string,
      isWriting: boolean,
    ): Promise<{ hasChanged: boolean; isShown: boolean } | null> {
      const values = [...at(ref, operatorId), isWriting];
      const { rows } = await pool.query({ ...lookStatement, values });
      return rows[0] ?? null;
    },
    /** Removes an operator from the watchers. Returns `false` if the operator was not among them. */
    async leave(ref: ConversationRef, operatorId: string): Promise<boolean> {
      const { rowCount } = await pool.query({ ...leaveStatement, values: at(ref, operatorId) });
      return rowCount === 1;
    },
    /** Records that the operator's message was sent. */
    async wrote(ref: ConversationRef, operatorId: string): Promise<void> {
      await pool.query({ ...wroteStatement, values: at(ref, operatorId) });
    },
    async list({ botId, conversationId }: ConversationRef): Promise<Watcher[]> {
      const { rows } = await pool.query({ ...listStatement, values: [botId, conversationId] });
      return rows;
    },
  };
}

export type Watchers = ReturnType<typeof createWatchers>;
