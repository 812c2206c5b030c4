import type { EventContent, InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { openJson } from "../../platform/sealing/sealed-json.ts";
import { SealError } from "../../secrets/seal.ts";
import type { Lease } from "./lease.ts";

/** An event with its place in its conversation. */
export type QueuedEvent = InboundEvent & { seq: number };

/** How long to postpone a turn: counted from the arrival of its event, and only if no event arrived after `lastSeq`. */
export interface PutOffOptions {
  lastSeq: number;
  waitMs: number;
}

/** Nothing is put off longer than this, but conversations that do not open. */
const maxWait = "2 minutes";

/**
 * SQL for when a conversation is due after an event is stored in it. A turn that waits for the event is due now; a
 * conversation that cannot be opened stays postponed.
 */
export const dueWithEvent = `
  case when due_at > now() + interval '${maxWait}' then due_at else least(due_at, now()) end`;

/** Not flushed to disk: if the change is lost, the lease just expires. */
const putOffStatement = {
  name: "put-off",
  ...inTime,
  text: `
    update conversations as own
    set lease_until = null, due_at = message.at + $6 * interval '1 ms'
    from messages as message
    where own.bot_id = $1 and own.conversation_id = $2 and fence = $3 and lease_until is not null
      and last_inbound_seq = $5
      and message.bot_id = $1 and message.conversation_id = $2 and message.seq = $4
      and message.at + $6 * interval '1 ms' > now()
    returning extract(epoch from due_at - now())::float8 * 1000 as "leftMs",
      set_config('synchronous_commit', 'off', true)`,
};

const behindStatement = {
  name: "behind",
  ...inTime,
  text: `
    select seq, dedupe_key as "dedupeKey", body from messages
    where bot_id = $1 and conversation_id = $2 and direction = 'in' and seq > $3
    order by seq limit $4`,
};

/**
 * Gives up the lease of a turn that waits for the customer's next message. Returns the longest time that it waits, or
 * `null` if more has already arrived, its time is over, or the lease was lost.
 */
export async function putOff(
  pool: Pool,
  { botId, conversationId, fence, event }: Lease,
  { lastSeq, waitMs }: PutOffOptions,
): Promise<number | null> {
  const { rows } = await pool.query<{ leftMs: number }>({
    ...putOffStatement,
    values: [botId, conversationId, fence, event.seq, lastSeq, waitMs],
  });
  return rows[0]?.leftMs ?? null;
}

/** Returns the events that wait behind the event of a lease, oldest first, up to one that does not open. */
export async function readBehind(
  pool: Pool,
  keys: ConversationKeys,
  lease: Lease,
  limit: number,
): Promise<QueuedEvent[]> {
  const key = await keys.of(lease);
  if (!key) return [];
  const { rows } = await pool.query<{ seq: number; dedupeKey: string; body: Buffer }>({
    ...behindStatement,
    values: [lease.botId, lease.conversationId, lease.event.seq, limit],
  });
  const events: QueuedEvent[] = [];
  try {
    for (const { body, ...row } of rows) {
      events.push({ ...row, content: openJson<EventContent>(key, lease, "in", body) });
    }
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
  }
  return events;
}
