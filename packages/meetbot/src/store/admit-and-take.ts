import type { KeyObject } from "node:crypto";
import type { Pool } from "pg";
import type { InboundEvent } from "../model/inbound-event.ts";
import { SealError } from "../secrets/seal.ts";
import { isRacingDuplicate } from "./admit.ts";
import type { ConversationKeys } from "./conversation-keys.ts";
import { sealJson } from "./sealed-json.ts";
import { openState } from "./sealed-state.ts";
import { inTime } from "./statement-time.ts";
import type { AdmittedTurn, ConversationRef, Lease } from "./store.ts";

/**
 * Admits as `admit` does, and where nothing waits in the conversation takes the turn along: the event
 * is the oldest one then. So most turns need a statement less.
 *
 * The row is locked before it is looked at, for then its newest version is seen, however long that
 * took: of those who admit at the same time one finds the conversation idle.
 */
const admitAndTakeStatement = {
  name: "admit-and-take",
  ...inTime,
  text: `
    with known as (
      select seq from messages
      where bot_id = $1 and conversation_id = $2 and dedupe_key = $3 and direction = 'in'
    ), before as materialized (
      select due_at is null as idle from conversations
      where bot_id = $1 and conversation_id = $2 and not exists (select from known)
      for no key update
    ), numbered as (
      update conversations
      set last_seq = last_seq + 1, last_inbound_seq = last_seq + 1,
        due_at = coalesce(due_at, now()), active_at = now(), fence = fence + idle::integer,
        lease_until = case when idle then now() + $6 * interval '1 ms' else lease_until end
      from before
      where bot_id = $1 and conversation_id = $2
      returning bot_id, conversation_id, last_seq, idle, channel, fence, state
    ), stored as (
      insert into messages (bot_id, conversation_id, seq, direction, dedupe_key, body, kind)
      select bot_id, conversation_id, last_seq, 'in', $3, $4, $5 from numbered
    )
    select last_seq as seq, idle, channel, fence, case when idle then state end as state,
      exists (select from known) as known
    from (select) as one left join numbered on true`,
};

interface AdmittedRow {
  seq: number;
  idle: boolean;
  channel: string;
  fence: number;
  state: Buffer | null;
}

/** What came of it where nothing was stored. */
interface RefusedRow {
  seq: null;
  known: boolean;
}

/** Stores an event once, and takes its turn where no other waits. */
export async function admitAndTake(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
  event: InboundEvent,
  leaseMs: number,
): Promise<AdmittedTurn> {
  const key = await keys.of(ref);
  if (key === null) return { admission: "unknown_conversation", lease: null };
  const { dedupeKey, content } = event;
  const body = sealJson(key, ref, "in", content);
  try {
    const { rows } = await pool.query<AdmittedRow | RefusedRow>({
      ...admitAndTakeStatement,
      values: [ref.botId, ref.conversationId, dedupeKey, body, content.kind, leaseMs],
    });
    const row = rows[0]!;
    if (row.seq === null) {
      return { admission: row.known ? "duplicate" : "unknown_conversation", lease: null };
    }
    return { admission: "stored", lease: row.idle ? toLease(key, ref, event, row) : null };
  } catch (error) {
    if (isRacingDuplicate(error)) return { admission: "duplicate", lease: null };
    throw error;
  }
}

/** Null: the state does not open. Whoever takes the turn when this lease is over puts it off. */
function toLease(
  key: KeyObject,
  ref: ConversationRef,
  event: InboundEvent,
  { seq, channel, fence, state }: AdmittedRow,
): Lease | null {
  try {
    const before = state && openState(key, ref, state);
    return { ...ref, channel, fence, state: before, event: { ...event, seq } };
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
