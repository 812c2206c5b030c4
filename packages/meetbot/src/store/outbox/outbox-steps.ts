import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool, PoolClient } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { OutboxLease } from "./outbox-lease.ts";

// The two steps that each outbound message takes. Both process either several conversations at once, skipping locked
// rows, or a single one, waiting for its row.

/**
 * How long a part belongs to the node that took it, and how long its echo has to arrive on platforms with echoes. Calls
 * take 20 seconds at most: if a node dies, no other sends the part before its echo would have arrived.
 */
export const echoWithinS = 60;

/** How long the bot stays silent after a person has answered by hand. */
export const silentHours = 24;

/** Something may be sent over a link. */
export const isOpen =
  "link.stopped_for is null and (link.paused_until is null or link.paused_until <= now())";

/** In SQL: the link over which the messages of an outbox go. */
export const linkOf = (outbox: string) =>
  `link.bot_id = ${outbox}.bot_id and link.channel = ${outbox}.channel`;

/** Selects a conversation's oldest message after the last one that its outbox settled. */
const headOf = (held: string) => `
  select ${held}.nth, message.seq, message.body, message.redacted_at is not null as "isRedacted",
    message.is_followed as "isFollowed"
  from ${held}, lateral (
    select seq, body, redacted_at, exists (
        select from messages as next
        where next.bot_id = ${held}.bot_id and next.conversation_id = ${held}.conversation_id
          and next.direction = 'out' and next.seq = messages.seq + 1
      ) as is_followed
    from messages
    where bot_id = ${held}.bot_id and conversation_id = ${held}.conversation_id
      and direction = 'out' and seq > ${held}.settled_seq
    order by seq limit 1
  ) as message`;

/**
 * Works as for events: locks the conversation first, and so reads its newest version, then takes the oldest unsent
 * message. Records the attempt before the call, so that it cannot be lost.
 */
const takeText = (lock: string) => `
  with given as materialized (
    select * from unnest($1::integer[], $2::text[], $3::text[]) as one (nth, bot_id, conversation_id)
  ), held as materialized (
    select given.*, settled_seq from given, lateral (
      select settled_seq
      from outboxes as own join channel_links as link on ${linkOf("own")}
      where own.bot_id = given.bot_id and own.conversation_id = given.conversation_id
        and own.send_at <= now() and ${isOpen}
      for no key update of own ${lock}
    ) as own
  ), head as materialized (${headOf("held")}), taken as (
    update outboxes as own
    set fence = own.fence + 1, attempted_at = now(),
      send_at = now() + interval '${echoWithinS} seconds'
    from head join held using (nth)
    where own.bot_id = held.bot_id and own.conversation_id = held.conversation_id
    returning nth, own.bot_id, own.conversation_id, seq, own.channel, own.fence, own.address,
      own.sent_parts as "sentParts", own.tries
  ), marked as (
    update messages set status = 'sending' from taken
    where messages.bot_id = taken.bot_id and messages.conversation_id = taken.conversation_id
      and messages.seq >= taken.seq and direction = 'out' and status = 'unknown'
  )
  select nth, channel, fence, address, "sentParts", tries, head.seq, body, "isRedacted", "isFollowed"
  from taken join head using (nth)`;

/**
 * Marks a message as sent, with those sent along with it. Reads `queued_seq` from the row's newest version, and so
 * includes what a turn queues meanwhile. Also takes the next message, if it may be sent.
 */
const sentText = (lock: string) => `
  with given as materialized (
    select * from unnest($1::integer[], $2::text[], $3::text[], $4::integer[], $5::integer[], $6::boolean[])
      as one (nth, bot_id, conversation_id, fence, settled_seq, takes_next)
  ), held as materialized (
    select given.*, channel, before, takes_next and is_free as may_go_on from given, lateral (
      select own.channel, own.settled_seq as before, silent_until is null or silent_until <= now() as is_free
      from outboxes as own
      where own.bot_id = given.bot_id and own.conversation_id = given.conversation_id
        and own.fence = given.fence and own.settled_seq < given.settled_seq
      for no key update ${lock}
    ) as own
  ), going_on as materialized (
    select held.* from held join channel_links as link on ${linkOf("held")}
    where may_go_on and ${isOpen}
  ), head as materialized (${headOf("going_on")}), ended as (
    update outboxes as own
    set settled_seq = held.settled_seq, sent_parts = 0, tries = 0,
      fence = own.fence + (head.nth is not null)::integer,
      attempted_at = case when head.nth is not null then now() end,
      send_at = case when head.nth is not null then now() + interval '${echoWithinS} seconds'
        when own.queued_seq > held.settled_seq then greatest(now(), own.silent_until) end
    from held left join head using (nth)
    where own.bot_id = held.bot_id and own.conversation_id = held.conversation_id
    returning nth, own.bot_id, own.conversation_id, before, own.settled_seq, own.channel, own.fence,
      own.address,
      coalesce(own.send_at <= now(), false) as more
  ), marked as (
    update messages set status = 'sent' from ended
    where messages.bot_id = ended.bot_id and messages.conversation_id = ended.conversation_id
      and messages.direction = 'out' and messages.seq > ended.before
      and messages.seq <= ended.settled_seq
  )
  select nth, more, channel, fence, address, 0 as "sentParts", 0 as tries,
    head.seq, body, "isRedacted", "isFollowed"
  from ended left join head using (nth)`;

const statement = (name: string, text: (lock: string) => string) => ({
  alone: { ...inTime, name, text: text("") },
  together: { ...inTime, name: `${name}-many`, text: text("skip locked") },
});

const takeStatement = statement("outbox-take", takeText);
const sentStatement = statement("outbox-sent", sentText);

/** The database row of a message that was taken. */
export interface TakenRow {
  channel: string;
  fence: number;
  address: Buffer;
  sentParts: number;
  tries: number;
  seq: number;
  body: Buffer;
  isRedacted: boolean;
  isFollowed: boolean;
}

/** The result of marking a message as sent: whether another may be sent now, and the next one if it was taken. */
export interface SentRow extends Omit<TakenRow, "seq"> {
  more: boolean;
  /** `null` if no other message was taken. */
  seq: number | null;
}

/** A message that was sent. */
export interface SentMessage {
  lease: OutboxLease;
  /** Whether the sender would send the next message too. */
  takesNext: boolean;
}

type Numbered<Row> = Row & { nth: number };

/** Claims the oldest message of each conversation in which messages may be sent. */
export async function claimMessages(
  pool: Pool,
  refs: ConversationRef[],
  how: "alone" | "together",
): Promise<(TakenRow | null)[]> {
  const values = placesOf(refs);
  const { rows } = await pool.query<Numbered<TakenRow>>({ ...takeStatement[how], values });
  return inOrder(refs, rows);
}

/** Marks messages as sent. */
export async function markSent(
  pool: Pool | PoolClient,
  messages: SentMessage[],
  how: "alone" | "together",
): Promise<(SentRow | null)[]> {
  const leases = messages.map(({ lease }) => lease);
  const values = [
    ...placesOf(leases),
    leases.map(({ fence }) => fence),
    leases.map(({ seq }) => seq),
    messages.map(({ takesNext }) => takesNext),
  ];
  const { rows } = await pool.query<Numbered<SentRow>>({ ...sentStatement[how], values });
  return inOrder(messages, rows);
}

function placesOf(refs: ConversationRef[]): unknown[] {
  return [
    refs.map((_, nth) => nth),
    refs.map(({ botId }) => botId),
    refs.map(({ conversationId }) => conversationId),
  ];
}

function inOrder<Row>(items: unknown[], rows: Numbered<Row>[]): (Row | null)[] {
  const byPlace = new Map(rows.map((row) => [row.nth, row]));
  return items.map((_, nth) => byPlace.get(nth) ?? null);
}
