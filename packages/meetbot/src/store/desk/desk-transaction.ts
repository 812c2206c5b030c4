import type { KeyObject } from "node:crypto";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { DeskEventType, DeskFacts } from "@meetbot/model/desk/desk-event.ts";
import type { Held, Holder } from "@meetbot/model/desk/holder.ts";
import type { AuditAction } from "@meetbot/model/log/audit.ts";
import type { Pool, PoolClient } from "pg";
import { byteaArray } from "../../platform/postgres/bytea-array.ts";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys, KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { sealJson } from "../../platform/sealing/sealed-json.ts";
import { openState, sealState } from "../../platform/sealing/sealed-state.ts";
import { type HolderColumns, holderColumns, toHeld } from "../mailbox/held.ts";

/** A conversation that is changed outside its turns; its row is locked. */
export interface LockedConversation {
  client: PoolClient;
  ref: ConversationRef;
  key: KeyObject;
  channel: string;
  /** When the customer wrote last, and now, by the database's clock, in Unix milliseconds. */
  customerAtMs: number;
  nowMs: number;
  held: Held;
  version: number;
  lastSeq: number;
  state: ConversationState | null;
}

/** The dependencies of agents' changes. */
export interface DeskDeps {
  pool: Pool;
  keys: ConversationKeys;
}

const lockStatement = {
  name: "desk-lock",
  ...inTime,
  text: `
    select channel, holder_version as version, last_seq as "lastSeq", state, ${holderColumns},
      (extract(epoch from active_at) * 1000)::double precision as "customerAtMs",
      (extract(epoch from now()) * 1000)::double precision as "nowMs",
      key_id as "keyId", sealed_key as "sealedKey"
    from conversations where bot_id = $1 and conversation_id = $2
    for no key update`,
};

interface LockedRow extends HolderColumns, KeyColumns {
  channel: string;
  customerAtMs: number;
  nowMs: number;
  version: number;
  lastSeq: number;
  state: Buffer | null;
}

/**
 * Runs a change to a conversation in one transaction. Turns lock the same row, so what is read here stays valid until
 * the end. Returns `null` when there is no such conversation.
 */
export function withConversation<Result>(
  { pool, keys }: DeskDeps,
  ref: ConversationRef,
  change: (conversation: LockedConversation) => Promise<Result>,
): Promise<Result | null> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<LockedRow>({ ...lockStatement, values: placeOf(ref) });
    const [row] = rows;
    if (!row) return null;
    const key = keys.from(ref, row);
    const { channel, version, lastSeq, customerAtMs, nowMs } = row;
    const state = row.state && openState(key, ref, row.state);
    const at = { customerAtMs, nowMs };
    return change({ client, ref, key, channel, ...at, version, lastSeq, state, held: toHeld(row) });
  });
}

export const placeOf = ({ botId, conversationId }: ConversationRef): string[] => [
  botId,
  conversationId,
];

/**
 * Changes the holder and bumps the fence: a turn that began under another holder is lost, and its event is retried. If
 * another app of the platform had the conversation, Meetbot sends again; a part that may have arrived waits first.
 */
const moveStatement = {
  name: "desk-move",
  ...inTime,
  text: `
    with speaking as (
      update outboxes
      set silent_until = null, handed_back_at = now(),
        send_at = case when send_at is not null
          then coalesce(attempted_at + interval '60 seconds', now()) end
      where bot_id = $1 and conversation_id = $2 and silent_until is not null
    )
    update conversations
    set holder = $3, held_by = $4, held_at = now(), holder_version = holder_version + 1,
      state = coalesce($5, state), fence = fence + 1, lease_until = null
    where bot_id = $1 and conversation_id = $2`,
};

/** Gives the conversation to a new holder, who answers from now on. */
export async function moveTo(
  { client, ref, key }: LockedConversation,
  to: { holder: Holder; by: string | null; state?: ConversationState | null },
): Promise<void> {
  const sealed = to.state ? sealState(key, ref, to.state) : null;
  await client.query({ ...moveStatement, values: [...placeOf(ref), to.holder, to.by, sealed] });
}

/** Stores messages of one moment; on push channels they queue in the outbox, behind the messages already there. */
const sayStatement = {
  name: "desk-say",
  ...inTime,
  text: `
    with numbered as (
      update conversations set last_seq = last_seq + cardinality($3::bytea[])
      where bot_id = $1 and conversation_id = $2
      returning last_seq, last_seq - cardinality($3::bytea[]) as before
    ), queued as (
      update outboxes as own
      set queued_seq = numbered.last_seq, silent_until = null,
        send_at = coalesce(case when silent_until is null then send_at end, now())
      from numbered
      where own.bot_id = $1 and own.conversation_id = $2
      returning own.conversation_id
    ), stored as (
      insert into messages (bot_id, conversation_id, seq, direction, body, status, author, write_key)
      select $1, $2, before + place, 'out', body,
        case when exists (select from queued) then 'queued' else 'sent' end, author, write_key
      from numbered, unnest($3::bytea[], $4::text[], $5::text[]) with ordinality
        as one (body, author, write_key, place)
    )
    select last_seq as "lastSeq", exists (select from queued) as "isQueued" from numbered`,
};

/** A message from an operator or the bot. */
export interface DeskMessage {
  reply: OutboundReply;
  author?: string;
  writeKey?: string;
}

/** Sends messages in the conversation's single order. `isQueued`: the message waits in the outbox. */
export async function sendInConversation(
  { client, ref, key }: LockedConversation,
  messages: readonly DeskMessage[],
): Promise<{ lastSeq: number; isQueued: boolean }> {
  const values = [
    ...placeOf(ref),
    byteaArray(messages.map(({ reply }) => sealJson(key, ref, "out", reply))),
    messages.map(({ author }) => author ?? null),
    messages.map(({ writeKey }) => writeKey ?? null),
  ];
  const { rows } = await client.query<{ lastSeq: number; isQueued: boolean }>({
    ...sayStatement,
    values,
  });
  return rows[0]!;
}

const tellStatement = {
  name: "desk-tell",
  ...inTime,
  text: "insert into desk_events (bot_id, conversation_id, type, facts) values ($1, $2, $3, $4)",
};

const auditStatement = {
  name: "desk-audit",
  ...inTime,
  text: "insert into audit (bot_id, actor, action, detail) values ($1, $2, $3, $4)",
};

/** Records in the bot's audit log who made the change. */
export async function auditDeskChange(
  { client, ref }: Pick<LockedConversation, "client" | "ref">,
  actor: string,
  action: AuditAction,
  more: Record<string, unknown> = {},
): Promise<void> {
  const detail = JSON.stringify({ conversation: ref.conversationId, ...more });
  await client.query({ ...auditStatement, values: [ref.botId, actor, action, detail] });
}

/** Records an event to report outside the inbox. */
export async function recordDeskEvent(
  { client, ref }: Pick<LockedConversation, "client" | "ref">,
  type: DeskEventType,
  facts: DeskFacts,
): Promise<void> {
  const values = [...placeOf(ref), type, JSON.stringify(facts)];
  await client.query({ ...tellStatement, values });
}
