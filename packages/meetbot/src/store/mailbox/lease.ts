import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { EventContent, InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Held } from "@meetbot/model/desk/holder.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys, KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { openJson } from "../../platform/sealing/sealed-json.ts";
import { openState } from "../../platform/sealing/sealed-state.ts";
import { SealError } from "../../secrets/seal.ts";
import { liveVersion } from "../answers/live-version.ts";
import { type HolderColumns, holderColumns, toHeld } from "./held.ts";

/** The right to run a conversation's next turn, for a short time. */
export interface Lease extends ConversationRef {
  /** The channel through which the customer reaches the bot. */
  channel: string;
  /** The version of the bot's answers that is live when the turn begins; 0 if there is none yet. */
  bookVersion: number;
  /** Grows with every lease; a turn under an older fence can no longer be settled. */
  fence: number;
  state: ConversationState | null;
  /** The holder when the turn begins; a change of holder meanwhile ends the lease. */
  held: Held;
  /** The oldest waiting event, which this turn handles. */
  event: InboundEvent & { seq: number };
  /** How long the event waited in the queue and whether others follow it; absent if it was taken on arrival. */
  queued?: { waitedMs: number; isFollowed: boolean };
}

/**
 * How long a turn may go without renewing its lease: other nodes take over a crashed node's conversations within 5 s,
 * polling included, and a garbage collection pause loses no lease.
 */
export const leaseMs = 3_000;
/** A conversation that does not open will not open soon; other conversations must not wait for it. */
const quarantineMinutes = 10;

const dueStatement = {
  name: "due",
  ...inTime,
  text: `
    select bot_id as "botId", conversation_id as "conversationId" from conversations
    where due_at <= now() and (lease_until is null or lease_until < now()) and bot_id <> all($2)
    order by due_at limit $1`,
};

/**
 * Reads the event first and claims the conversation only if that event still waits. Under READ COMMITTED, an update
 * that had to wait for the row checks its conditions again on the row's newest version, so an event settled in between
 * is never taken again; an event admitted in between is not seen, but it comes after this one. Uses the database's
 * clock, because nodes' clocks differ.
 *
 * A lease is not flushed to disk. If the server fails and loses it, the next lease has the same fence and the same
 * event, and whichever turn settles first shuts the other out.
 */
const takeStatement = {
  name: "take",
  ...inTime,
  text: `
    with waiting as materialized (
      select message.seq, message.dedupe_key, message.body, message.at
      from conversations as conversation, lateral (
        select seq, dedupe_key, body, at from messages
        where bot_id = $1 and conversation_id = $2
          and direction = 'in' and seq > conversation.handled_seq
        order by seq limit 1
      ) as message
      where conversation.bot_id = $1 and conversation.conversation_id = $2
    )
    update conversations
    set fence = fence + 1, lease_until = now() + $3 * interval '1 ms'
    from waiting
    where bot_id = $1 and conversation_id = $2 and handled_seq < waiting.seq
      and due_at <= now() and (lease_until is null or lease_until < now())
    returning channel, fence, state, ${holderColumns}, key_id as "keyId", sealed_key as "sealedKey",
      ${liveVersion("$1")} as "bookVersion",
      waiting.seq, waiting.dedupe_key as "dedupeKey", waiting.body,
      last_inbound_seq > waiting.seq as "isFollowed",
      extract(epoch from now() - waiting.at)::float8 * 1000 as "waitedMs",
      set_config('synchronous_commit', 'off', true)`,
};

/** Not flushed to disk either: forgotten, the lease only ends sooner. */
const renewStatement = {
  name: "renew",
  ...inTime,
  text: `
    update conversations set lease_until = now() + $4 * interval '1 ms'
    where bot_id = $1 and conversation_id = $2 and fence = $3 and lease_until is not null
    returning set_config('synchronous_commit', 'off', true)`,
};

const shutStatement = {
  name: "shut",
  ...inTime,
  text: `
    update conversations
    set lease_until = null, due_at = now() + interval '${quarantineMinutes} minutes'
    where bot_id = $1 and conversation_id = $2 and fence = $3 and lease_until is not null`,
};

interface TakenRow extends KeyColumns, HolderColumns {
  channel: string;
  bookVersion: number;
  fence: number;
  state: Buffer | null;
  seq: number;
  dedupeKey: string;
  body: Buffer;
  isFollowed: boolean;
  waitedMs: number;
}

/** Returns conversations whose turn any node may take, the longest waiting first. */
export async function due(
  pool: Pool,
  limit: number,
  withoutBots: readonly string[],
): Promise<ConversationRef[]> {
  return (await pool.query<ConversationRef>({ ...dueStatement, values: [limit, withoutBots] }))
    .rows;
}

/**
 * Takes the next turn of a conversation. If the state or the event was tampered with, throws a {@link SealError} and
 * postpones the conversation, so that it does not fail over and over.
 */
export async function take(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
  leaseMs: number,
): Promise<Lease | null> {
  const values = [ref.botId, ref.conversationId];
  const taken = await pool.query<TakenRow>({ ...takeStatement, values: [...values, leaseMs] });
  const row = taken.rows[0];
  if (!row) return null;
  try {
    return readLease(keys, ref, row);
  } catch (error) {
    if (error instanceof SealError) {
      await pool.query({ ...shutStatement, values: [...values, row.fence] });
    }
    throw error;
  }
}

/** Extends a lease, unless another node has taken it over. */
export async function renew(pool: Pool, lease: Lease, leaseMs: number): Promise<boolean> {
  const { rowCount } = await pool.query({
    ...renewStatement,
    values: [lease.botId, lease.conversationId, lease.fence, leaseMs],
  });
  return rowCount === 1;
}

function readLease(keys: ConversationKeys, ref: ConversationRef, row: TakenRow): Lease {
  const key = keys.from(ref, row);
  return {
    botId: ref.botId,
    conversationId: ref.conversationId,
    channel: row.channel,
    bookVersion: row.bookVersion,
    fence: row.fence,
    state: row.state && openState(key, ref, row.state),
    held: toHeld(row),
    event: {
      seq: row.seq,
      dedupeKey: row.dedupeKey,
      content: openJson<EventContent>(key, ref, "in", row.body),
    },
    queued: { waitedMs: row.waitedMs, isFollowed: row.isFollowed },
  };
}
