import type { KeyObject } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Pool } from "pg";
import { byteaArray } from "../../platform/postgres/bytea-array.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { sealJson } from "../../platform/sealing/sealed-json.ts";
import { openState } from "../../platform/sealing/sealed-state.ts";
import { SealError } from "../../secrets/seal.ts";
import { liveVersion } from "../answers/live-version.ts";
import { hasRoom, isRacingDuplicate, isSilent, kindOf } from "./enqueue.ts";
import type { EnqueuedTurn } from "./enqueue-result.ts";
import { type HolderColumns, holderColumns, toHeld } from "./held.ts";
import type { Lease } from "./lease.ts";
import { dueWithEvent } from "./put-off.ts";

/** An event to admit, under its conversation's key. */
export interface EventToAdmit {
  key: KeyObject;
  ref: ConversationRef;
  event: InboundEvent;
}

/**
 * Admits events as `enqueue` does and, if nothing waits in the conversation, also takes the turn, because the event is
 * then the oldest one. This saves most turns a statement. None of these events is quiet.
 *
 * Locks each row before reading it, and so reads its newest version however long the lock took: of several concurrent
 * enqueues, exactly one finds the conversation idle.
 */
const admitAndTakeText = (lock: string) => `
    with events as materialized (
      select * from unnest($1::integer[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::text[])
        as one (nth, bot_id, conversation_id, dedupe_key, body, kind)
    ), known as materialized (
      select nth from events, lateral (
        select from messages
        where bot_id = events.bot_id and conversation_id = events.conversation_id
          and dedupe_key = events.dedupe_key and direction = 'in' limit 1
      ) as message
    ), before as materialized (
      select nth, idle from events, lateral (
        select due_at is null as idle from conversations
        where bot_id = events.bot_id and conversation_id = events.conversation_id
          and ${hasRoom("events.bot_id", "events.conversation_id")}
        for no key update ${lock}
      ) as own
      where nth not in (select nth from known) and not exists (
        select from outboxes as own
        where own.bot_id = events.bot_id and own.conversation_id = events.conversation_id
          and ${isSilent}
      )
    ), numbered as (
      update conversations as own
      set last_seq = last_seq + 1, last_inbound_seq = last_seq + 1,
        due_at = ${dueWithEvent}, active_at = now(), fence = fence + idle::integer,
        lease_until = case when idle then now() + $7 * interval '1 ms' else lease_until end
      from before join events using (nth)
      where own.bot_id = events.bot_id and own.conversation_id = events.conversation_id
      returning nth, own.bot_id, own.conversation_id, last_seq, idle, channel, fence, state, ${holderColumns}
    ), stored as (
      insert into messages (bot_id, conversation_id, seq, direction, dedupe_key, body, kind)
      select numbered.bot_id, numbered.conversation_id, last_seq, 'in', dedupe_key, body, kind
      from numbered join events using (nth)
    )
    select nth, last_seq as seq, idle, channel, fence, case when idle then state end as state,
      holder, "heldBy", "heldAt",
      ${liveVersion("events.bot_id")} as "bookVersion",
      nth in (select nth from known) as known
    from events left join numbered using (nth)`;

const aloneStatement = { ...inTime, name: "admit-and-take", text: admitAndTakeText("") };

/** Rows that others hold are passed over. */
const togetherStatement = {
  ...inTime,
  name: "admit-and-take-together",
  text: admitAndTakeText("skip locked"),
};

interface AdmittedRow extends HolderColumns {
  nth: number;
  seq: number;
  idle: boolean;
  channel: string;
  bookVersion: number;
  fence: number;
  state: Buffer | null;
}

/** The result for an event that was not stored. */
interface RefusedRow {
  nth: number;
  seq: null;
  known: boolean;
}

/** Stores an event once, and takes its turn if no other event waits. */
export async function enqueueAndTakeAlone(
  pool: Pool,
  event: EventToAdmit,
  leaseMs: number,
): Promise<EnqueuedTurn> {
  const values = toValues([event], leaseMs);
  try {
    const { rows } = await pool.query<AdmittedRow | RefusedRow>({ ...aloneStatement, values });
    return toAdmitted(event, rows[0]!) ?? { admission: "unknown_conversation", lease: null };
  } catch (error) {
    if (isRacingDuplicate(error)) return { admission: "duplicate", lease: null };
    throw error;
  }
}

/**
 * Stores events of different conversations together, and takes their turns. `null` for a conversation that is locked or
 * does not exist.
 */
export async function enqueueAndTakeTogether(
  pool: Pool,
  events: EventToAdmit[],
  leaseMs: number,
): Promise<(EnqueuedTurn | null)[]> {
  const values = toValues(events, leaseMs);
  const { rows } = await pool.query<AdmittedRow | RefusedRow>({ ...togetherStatement, values });
  const byPlace = new Map(rows.map((row) => [row.nth, row]));
  return events.map((event, nth) => toAdmitted(event, byPlace.get(nth)!));
}

function toValues(events: EventToAdmit[], leaseMs: number): unknown[] {
  return [
    events.map((_, nth) => nth),
    events.map(({ ref }) => ref.botId),
    events.map(({ ref }) => ref.conversationId),
    events.map(({ event }) => event.dedupeKey),
    byteaArray(events.map(({ key, ref, event }) => sealJson(key, ref, "in", event.content))),
    events.map(({ event }) => kindOf(event.content)),
    leaseMs,
  ];
}

function toAdmitted(event: EventToAdmit, row: AdmittedRow | RefusedRow): EnqueuedTurn | null {
  if (row.seq === null) return row.known ? { admission: "duplicate", lease: null } : null;
  return { admission: "stored", lease: row.idle ? toLease(event, row) : null };
}

/** Returns `null` when the state cannot be decrypted. The node that takes the turn after this lease puts it off. */
function toLease(
  { key, ref, event }: EventToAdmit,
  { seq, channel, bookVersion, fence, state, ...columns }: AdmittedRow,
): Lease | null {
  const { botId, conversationId } = ref;
  try {
    const before = state && openState(key, ref, state);
    const taken = { channel, bookVersion, fence, held: toHeld(columns) };
    return { botId, conversationId, ...taken, state: before, event: { ...event, seq } };
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
