import type { KeyObject } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { MessageFailure } from "@meetbot/model/outbound-message.ts";
import type { Pool, PoolClient } from "pg";
import { inBatches } from "../../platform/postgres/in-batches.ts";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";
import { refKey } from "../../platform/postgres/ref-key.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys, KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { openJson } from "../../platform/sealing/sealed-json.ts";
import type { OpenAddress, OutboxLease, Progress } from "./outbox-lease.ts";
import {
  claimMessages,
  echoWithinS,
  isOpen,
  linkOf,
  markSent,
  type SentMessage,
  type SentRow,
  silentHours,
  type TakenRow,
} from "./outbox-steps.ts";
import { openAddress, sealAddress } from "./sealed-address.ts";

const addressStatement = {
  name: "outbox-address",
  ...inTime,
  text: `
    select own.channel, own.address, conversation.key_id as "keyId",
      conversation.sealed_key as "sealedKey"
    from outboxes as own
      join conversations as conversation using (bot_id, conversation_id)
      join channel_links as link on ${linkOf("own")}
    where own.bot_id = $1 and own.conversation_id = $2 and ${isOpen}
      and (own.silent_until is null or own.silent_until <= now())`,
};

/** As everybody who changes both rows does, the conversation's first. */
const lockStatement = {
  name: "outbox-lock",
  ...inTime,
  text: `
    select from conversations where bot_id = $1 and conversation_id = $2 for no key update`,
};

const waitingStatement = {
  name: "outbox-waiting",
  ...inTime,
  text: `
    select from conversations where bot_id = $1 and conversation_id = $2 and holder = 'waiting'`,
};

/** The most replies of a single turn. */
const maxBeside = 10;

const beforeStatement = {
  name: "outbox-before",
  ...inTime,
  text: `
    select body from (
      select seq, body, row_number() over (order by seq desc) as distance from messages
      where bot_id = $1 and conversation_id = $2 and direction = 'out'
        and seq between $3 - ${maxBeside} and $3 - 1
    ) as before
    where seq = $3 - distance order by distance`,
};

/**
 * A message that was tried alone before, and may have arrived, is retried alone: its echo would be matched to either
 * message of a pair.
 */
const behindStatement = {
  name: "outbox-behind",
  ...inTime,
  text: `
    select body, redacted_at is not null or status <> (
        select status from messages where bot_id = $1 and conversation_id = $2 and seq = $3
      ) as "isApart"
    from (
      select seq, body, redacted_at, status, row_number() over (order by seq) as distance
      from messages
      where bot_id = $1 and conversation_id = $2 and direction = 'out'
        and seq between $3 + 1 and $3 + ${maxBeside}
    ) as behind
    where seq = $3 + distance order by distance`,
};

const dueStatement = {
  name: "outbox-due",
  ...inTime,
  text: `
    select own.bot_id as "botId", own.conversation_id as "conversationId"
    from outboxes as own join channel_links as link on ${linkOf("own")}
    where send_at <= now() and ${isOpen} and own.bot_id <> all($2)
    order by send_at limit $1`,
};

/**
 * If an echo has meanwhile confirmed the part, the next one need not wait. Messages sent along in the first part are
 * done once that part has arrived; until then they have the status of the message itself. Messages that only an earlier
 * attempt included may still have arrived with that attempt.
 */
const proceedStatement = {
  name: "outbox-proceed",
  ...inTime,
  text: `
    with held as materialized (
      select settled_seq as before from outboxes
      where bot_id = $1 and conversation_id = $2 and fence = $3 and settled_seq < $4
      for no key update
    ), kept as (
      update outboxes
      set settled_seq = case when $6 > 0 then $4 - 1 else settled_seq end,
        sent_parts = greatest(sent_parts, $6), tries = $7, address = coalesce($10, address),
        silent_until = case when $9 then now() + interval '${silentHours} hours'
          else silent_until end,
        send_at = greatest(
          case when $9 then now() + interval '${silentHours} hours' else silent_until end,
          case when attempted_at is null then now()
            when $8::integer is null then attempted_at + interval '${echoWithinS} seconds'
            else now() + $8 * interval '1 ms' end),
        attempted_at = case when $8 is null then attempted_at end
      from held
      where bot_id = $1 and conversation_id = $2
      returning before
    )
    update messages
    set status = case when seq > $4 then 'unknown' when seq < $4 and $6 > 0 then 'sent' else $5 end
    from kept
    where bot_id = $1 and conversation_id = $2 and direction = 'out'
      and seq > before and (seq <= $4 or status = 'sending')`,
};

/**
 * Gives up the message, those sent along with it, and every message behind it if they would fail the same way. Does not
 * see what a turn queues at the same moment; that has to be tried.
 */
const giveUpStatement = {
  name: "outbox-give-up",
  ...inTime,
  text: `
    with held as materialized (
      select settled_seq as before, case when $5 then (
          select max(seq) from messages
          where bot_id = $1 and conversation_id = $2 and direction = 'out' and seq >= $4
        ) else $4 end as last
      from outboxes
      where bot_id = $1 and conversation_id = $2 and fence = $3 and settled_seq < $4
      for no key update
    ), ended as (
      update outboxes
      set settled_seq = last, sent_parts = 0, tries = 0, attempted_at = null,
        send_at = case when queued_seq > last then greatest(now(), silent_until) end
      from held
      where bot_id = $1 and conversation_id = $2
      returning before, settled_seq, coalesce(send_at <= now(), false) as more
    ), marked as (
      update messages set status = 'failed' from ended
      where bot_id = $1 and conversation_id = $2 and direction = 'out'
        and seq > before and seq <= ended.settled_seq
      returning seq
    ), kept as (
      insert into outbound_failures (bot_id, conversation_id, seq, class, code, subcode, trace)
      select $1, $2, seq, $6, $7::integer, $8::integer, $9 from marked
    )
    select more from ended`,
};

interface BehindRow {
  body: Buffer;
  isApart: boolean;
}

interface AddressRow extends KeyColumns {
  channel: string;
  address: Buffer;
}

interface OutboxDeps {
  pool: Pool;
  batchPool: Pool;
  /** Another app of the platform answers, in a conversation that is locked. */
  takeOver(client: PoolClient, ref: ConversationRef, atMs: null): Promise<unknown>;
}

/** The outbox in the database. Each step is one statement with its own commit. */
export function createOutbox({ pool, batchPool, takeOver }: OutboxDeps, keys: ConversationKeys) {
  const takeSoon = inBatches<ConversationRef, TakenRow | null>({
    keyOf: refKey,
    together: (refs) => claimMessages(batchPool, refs, "together"),
    alone: async (ref) => (await claimMessages(pool, [ref], "alone"))[0]!,
  });
  const markSentSoon = inBatches<SentMessage, SentRow | null>({
    keyOf: ({ lease }) => refKey(lease),
    together: (messages) => markSent(batchPool, messages, "together"),
    alone: async (message) => (await markSent(pool, [message], "alone"))[0]!,
  });
  return {
    /** Returns the address for sending now; `null` if the link is paused or stopped, or a person answers. */
    async addressOf({ botId, conversationId }: ConversationRef): Promise<OpenAddress | null> {
      const values = [botId, conversationId];
      const { rows } = await pool.query<AddressRow>({ ...addressStatement, values });
      const ref = { botId, conversationId };
      const [row] = rows;
      if (!row) return null;
      const address = openAddress(keys.from(ref, row), ref, row.address);
      return { channel: row.channel, address };
    },
    /** Conversations in which something may be sent now, the longest waiting first. */
    due: async (limit: number, withoutBots: readonly string[] = []): Promise<ConversationRef[]> => {
      const values = [limit, withoutBots];
      return (await pool.query<ConversationRef>({ ...dueStatement, values })).rows;
    },
    async take(ref: ConversationRef): Promise<OutboxLease | null> {
      const row = await takeSoon(ref);
      return row && readLease(keys, ref, row);
    },
    /** Returns the messages right before one, the nearest first. */
    async saidBefore({ botId, conversationId, seq }: OutboxLease): Promise<OutboundReply[]> {
      const ref = { botId, conversationId };
      const values = [botId, conversationId, seq];
      const { rows } = await pool.query<{ body: Buffer }>({ ...beforeStatement, values });
      const key = rows.length > 0 ? await keys.of(ref) : null;
      return key ? rows.map(({ body }) => openJson<OutboundReply>(key, ref, "out", body)) : [];
    },
    /** Returns the messages right behind this one, the nearest first; `null` stands for an overwritten one. */
    async saidBehind({ botId, conversationId, seq }: OutboxLease): Promise<OutboxLease["reply"][]> {
      const ref = { botId, conversationId };
      const values = [botId, conversationId, seq];
      const { rows } = await pool.query<BehindRow>({ ...behindStatement, values });
      const key = rows.length > 0 ? await keys.of(ref) : null;
      if (!key) return [];
      return rows.map(({ body, isApart }) => readReply(key, ref, isApart ? null : body));
    },
    /** Returns false if the lease now belongs to another node. */
    proceed: (lease: OutboxLease, progress: Progress) =>
      progress.silent
        ? inTransaction(pool, async (client) => {
            await client.query({ ...lockStatement, values: [lease.botId, lease.conversationId] });
            const isOurs = await proceed(client, keys, lease, progress);
            if (isOurs) await takeOver(client, lease, null);
            return isOurs;
          })
        : proceed(pool, keys, lease, progress),
    /**
     * Marks the message as sent, with those that were sent together with it. `takesNext`: also takes the next message,
     * if it may be sent. `more`: another message may be sent now.
     */
    async markSent(
      lease: OutboxLease,
      takesNext: boolean,
    ): Promise<{ more: boolean; next: OutboxLease | null }> {
      const row = await markSentSoon({ lease, takesNext });
      if (!row) return { more: false, next: null };
      const { seq, ...rest } = row;
      const next = seq === null ? null : await readLease(keys, lease, { ...rest, seq });
      return { more: row.more, next };
    },
    /** Checks whether the conversation still waits for an agent. */
    async isWaiting({ botId, conversationId }: ConversationRef): Promise<boolean> {
      const values = [botId, conversationId];
      return (await pool.query({ ...waitingStatement, values })).rowCount === 1;
    },
    /** Marks the message as sent and passes the conversation to the agents in the platform's inbox. */
    markPassed: (lease: OutboxLease): Promise<void> =>
      inTransaction(pool, async (client) => {
        await client.query({ ...lockStatement, values: [lease.botId, lease.conversationId] });
        const [row] = await markSent(client, [{ lease, takesNext: false }], "alone");
        if (row) await takeOver(client, lease, null);
      }),
    /** Gives up the message; `all`: and every message behind it. */
    async giveUp(
      lease: OutboxLease,
      { failure, all = false }: { failure: MessageFailure; all?: boolean },
    ): Promise<{ more: boolean }> {
      const { class: why, code, subcode, trace } = failure;
      const values = [...valuesOf(lease), all, why, code, subcode, trace];
      const { rows } = await pool.query<{ more: boolean }>({ ...giveUpStatement, values });
      return rows[0] ?? { more: false };
    },
  };
}

/** The outbound messages of conversations on every channel that pushes, each conversation's in order. */
export type Outbox = ReturnType<typeof createOutbox>;

/** Null: the conversation has been deleted meanwhile. */
async function readLease(
  keys: ConversationKeys,
  { botId, conversationId }: ConversationRef,
  row: TakenRow,
): Promise<OutboxLease | null> {
  const ref = { botId, conversationId };
  const key = await keys.of(ref);
  if (!key) return null;
  const { channel, fence, seq, sentParts, tries, isFollowed } = row;
  return {
    ...{ ...ref, channel, fence, seq, sentParts, tries, isFollowed, isFirst: false, behind: null },
    address: openAddress(key, ref, row.address),
    reply: readReply(key, ref, row.isRedacted ? null : row.body),
  };
}

function readReply(
  key: KeyObject,
  ref: ConversationRef,
  body: Buffer | null,
): OutboundReply | null {
  return body && openJson<OutboundReply>(key, ref, "out", body);
}

async function proceed(
  pool: Pool | PoolClient,
  keys: ConversationKeys,
  lease: OutboxLease,
  { status, sentParts, tries, after, silent = false, address }: Progress,
): Promise<boolean> {
  const key = address ? await keys.of(lease) : null;
  const sealed = key && address ? sealAddress(key, lease, address) : null;
  const waitMs = after === "echo" ? null : Math.round(after);
  const { rowCount } = await pool.query({
    ...proceedStatement,
    values: [...valuesOf(lease), status, sentParts, tries, waitMs, silent, sealed],
  });
  return rowCount !== 0;
}

function valuesOf({ botId, conversationId, fence, seq }: OutboxLease) {
  return [botId, conversationId, fence, seq];
}
