import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { WaitKind } from "@meetbot/model/log/waits.ts";
import type { Pool } from "pg";
import { quarterOf } from "../overview/counts.ts";
import { durationClassText } from "../overview/duration-class.ts";

/** A wait that has ended, and is not counted yet. */
export interface EndedWait extends ConversationRef {
  kind: WaitKind;
  from: Date;
  to: Date;
}

/** The condition of the index `inbox_conversations_uncounted`. */
export const uncounted = `
  first_waited_at is not null and first_replied_at is not null
     and (reply_counted_for is distinct from first_waited_at
       or status = 'closed' and closed_at is not null
         and end_counted_for is distinct from first_waited_at)`;

/** The first reply of a person, and the end, each once for each time that a person was called. */
const endedText = `
  select own.bot_id as "botId", own.conversation_id as "conversationId", kind,
    first_waited_at as "from", "to"
  from inbox_conversations as own, lateral (
    values ('first_reply', first_replied_at, reply_counted_for),
      ('resolution', case when status = 'closed' then closed_at end, end_counted_for)
  ) as ended (kind, "to", counted_for)
  where ${uncounted} and "to" is not null and counted_for is distinct from first_waited_at
  order by updated_at limit $1`;

/**
 * The key rejects a second count of the same wait, also from a node of the previous version, which does not record it
 * in the conversation's row. Times come back to the millisecond.
 */
const countText = `
  with counted as (
    insert into counted_waits (bot_id, conversation_id, kind, seconds, at, since)
    select bot_id, conversation_id, $3, $4, $5, first_waited_at from inbox_conversations
    where bot_id = $1 and conversation_id = $2
      and date_trunc('milliseconds', first_waited_at) = $6
    on conflict do nothing returning bot_id, kind, seconds, at
  ), tallied as (
    insert into wait_tallies as known (bot_id, quarter, kind, duration_class, waits)
    select bot_id, ${quarterOf("at")}, kind, ${durationClassText("seconds * 1000.0")}, 1 from counted
    on conflict (bot_id, quarter, kind, duration_class)
    do update set waits = known.waits + 1
  ), noted as (
    update inbox_conversations
    set reply_counted_for = case when $3 = 'first_reply' then first_waited_at else reply_counted_for end,
      end_counted_for = case when $3 = 'resolution' then first_waited_at else end_counted_for end
    where bot_id = $1 and conversation_id = $2
      and date_trunc('milliseconds', first_waited_at) = $6
  )
  select from counted`;

const latestText = `
  select seconds from counted_waits
  where bot_id = $1 and kind = 'first_reply' and at >= $2 order by at desc limit $3`;

/** Waits that have ended and are still to be counted. */
export async function endedWaits(pool: Pool, limit: number): Promise<EndedWait[]> {
  return (await pool.query<EndedWait>(endedText, [limit])).rows;
}

/** Counts a wait of this many seconds. Returns false if it was already counted. */
export async function countWait(pool: Pool, wait: EndedWait, seconds: number): Promise<boolean> {
  const { botId, conversationId, kind, from, to } = wait;
  const values = [botId, conversationId, kind, seconds, to, from];
  const { rowCount } = await pool.query(countText, values);
  return rowCount === 1;
}

/** How many seconds the latest customers waited for their first reply, since a moment; the newest first. */
export async function latestWaitSeconds(
  pool: Pool,
  botId: string,
  since: Date,
  limit: number,
): Promise<number[]> {
  const { rows } = await pool.query<{ seconds: number }>(latestText, [botId, since, limit]);
  return rows.map(({ seconds }) => seconds);
}
