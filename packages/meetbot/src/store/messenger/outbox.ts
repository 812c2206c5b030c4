import type { Pool } from "pg";
import type { ConversationRef } from "../../model/conversation-ref.ts";
import type { MessageFailure, MessengerAddress } from "../../model/messenger.ts";
import type { OutboundReply } from "../../model/reply.ts";
import type { ConversationKeys, KeyColumns } from "../conversation-keys.ts";
import { openJson, sealJson } from "../sealed-json.ts";
import { inTime } from "../statement-time.ts";
import { silentHours } from "./admit-facts.ts";
import type { Outbox, OutboxLease, Progress } from "./messenger-shelf.ts";

/**
 * How long the echo of a part has to come before the part is sent again. Calls take 20 seconds at most,
 * so this is a lease too: if its node dies, nobody sends the part before its echo would have come.
 */
const echoWithinS = 60;

/** No turn says more at once. */
const mostEarlier = 10;

/** A page may be sent for. */
const isOpen =
  "page.stopped_for is null and (page.paused_until is null or page.paused_until <= now())";

const addressStatement = {
  name: "outbox-address",
  ...inTime,
  text: `
    select own.address, conversation.key_id as "keyId", conversation.sealed_key as "sealedKey"
    from messenger_conversations as own
      join conversations as conversation using (bot_id, conversation_id)
      join messenger_pages as page using (bot_id)
    where bot_id = $1 and conversation_id = $2 and ${isOpen}
      and (own.silent_until is null or own.silent_until <= now())`,
};

const dueStatement = {
  name: "outbox-due",
  ...inTime,
  text: `
    select own.bot_id as "botId", own.conversation_id as "conversationId"
    from messenger_conversations as own join messenger_pages as page on page.bot_id = own.bot_id
    where send_at <= now() and ${isOpen} and own.bot_id <> all($2)
    order by send_at limit $1`,
};

/**
 * The same way as with events: the oldest message that is not through is read first, and claimed only
 * if it still is not. An attempt is written down before the call, so that nobody forgets it.
 */
const takeStatement = {
  name: "outbox-take",
  ...inTime,
  text: `
    with head as materialized (
      select message.seq, message.body, message.redacted_at, array(
          select body from (
            select seq, body, row_number() over (order by seq desc) as distance from messages
            where bot_id = $1 and conversation_id = $2 and direction = 'out'
              and seq between message.seq - ${mostEarlier} and message.seq - 1
          ) as before
          where before.seq = message.seq - distance order by distance
        ) as earlier, exists (
          select from messages
          where bot_id = $1 and conversation_id = $2 and direction = 'out'
            and seq = message.seq + 1
        ) as is_followed
      from messenger_conversations as own, lateral (
        select seq, body, redacted_at from messages
        where bot_id = $1 and conversation_id = $2
          and direction = 'out' and seq > own.settled_seq
        order by seq limit 1
      ) as message
      where own.bot_id = $1 and own.conversation_id = $2
    ), taken as (
      update messenger_conversations as own
      set fence = own.fence + 1, attempted_at = now(),
        send_at = now() + interval '${echoWithinS} seconds'
      from head, conversations, messenger_pages as page
      where own.bot_id = $1 and own.conversation_id = $2
        and own.settled_seq < head.seq and own.send_at <= now()
        and conversations.bot_id = $1 and conversations.conversation_id = $2
        and page.bot_id = $1 and ${isOpen}
      returning own.fence, own.address, own.sent_parts as "sentParts", own.tries, head.seq,
        head.body, head.redacted_at is not null as "isRedacted",
        head.earlier, head.is_followed as "isFollowed",
        conversations.key_id as "keyId", conversations.sealed_key as "sealedKey"
    ), marked as (
      update messages set status = 'sending' from taken
      where bot_id = $1 and conversation_id = $2 and messages.seq = taken.seq
        and status <> 'sending'
    )
    select * from taken`,
};

/** Where an echo told meanwhile that the part arrived, the next one has to wait for nothing. */
const proceedStatement = {
  name: "outbox-proceed",
  ...inTime,
  text: `
    with kept as (
      update messenger_conversations
      set sent_parts = greatest(sent_parts, $6), tries = $7, address = coalesce($10, address),
        silent_until = case when $9 then now() + interval '${silentHours} hours'
          else silent_until end,
        send_at = greatest(
          case when $9 then now() + interval '${silentHours} hours' else silent_until end,
          case when attempted_at is null then now()
            when $8::integer is null then attempted_at + interval '${echoWithinS} seconds'
            else now() + $8 * interval '1 ms' end),
        attempted_at = case when $8 is null then attempted_at end
      where bot_id = $1 and conversation_id = $2 and fence = $3 and settled_seq < $4
      returning bot_id
    )
    update messages set status = $5 from kept
    where messages.bot_id = $1 and messages.conversation_id = $2 and seq = $4`,
};

/** `queued_seq` is looked at in the row's newest version: what a turn queues meanwhile is seen. */
const endText = `
    with ended as (
      update messenger_conversations
      set settled_seq = case when $6 then queued_seq else $4 end,
        sent_parts = 0, tries = 0, attempted_at = null,
        send_at = case when not $6 and queued_seq > $4 then greatest(now(), silent_until) end
      where bot_id = $1 and conversation_id = $2 and fence = $3 and settled_seq < $4
      returning settled_seq, coalesce(send_at <= now(), false) as more
    ), marked as (
      update messages set status = $5 from ended
      where bot_id = $1 and conversation_id = $2 and direction = 'out'
        and seq between $4 and ended.settled_seq
      returning seq
    )`;

const endStatement = {
  name: "outbox-end",
  ...inTime,
  text: `${endText} select more from ended`,
};

/** The same, and why they were given up. */
const giveUpStatement = {
  name: "outbox-give-up",
  ...inTime,
  text: `${endText}, kept as (
      insert into messenger_failures (bot_id, conversation_id, seq, class, code, subcode, trace)
      select $1, $2, seq, $7, $8::integer, $9::integer, $10 from marked
    )
    select more from ended`,
};

interface AddressRow extends KeyColumns {
  address: Buffer;
}

interface TakenRow extends AddressRow {
  fence: number;
  sentParts: number;
  tries: number;
  seq: number;
  body: Buffer;
  isRedacted: boolean;
  earlier: Buffer[];
  isFollowed: boolean;
}

/** The outbox in the database. Each step is one statement, committed by itself. */
export function createOutbox(pool: Pool, keys: ConversationKeys): Outbox {
  return {
    async addressOf({ botId, conversationId }) {
      const values = [botId, conversationId];
      const { rows } = await pool.query<AddressRow>({ ...addressStatement, values });
      return rows[0] ? readAddress(keys, { botId, conversationId }, rows[0]) : null;
    },
    due: async (limit, withoutBots = []) => {
      const values = [limit, withoutBots];
      return (await pool.query<ConversationRef>({ ...dueStatement, values })).rows;
    },
    async take(ref) {
      const { rows } = await pool.query<TakenRow>({
        ...takeStatement,
        values: [ref.botId, ref.conversationId],
      });
      return rows[0] ? readLease(keys, ref, rows[0]) : null;
    },
    proceed: (lease, progress) => proceed(pool, keys, lease, progress),
    async end(lease, end) {
      const all = end.status === "failed" && end.all === true;
      const values = [...placeOf(lease), end.status, all];
      const { rows } = await pool.query<{ more: boolean }>(
        end.status === "sent"
          ? { ...endStatement, values }
          : { ...giveUpStatement, values: [...values, ...columnsOf(end.failure)] },
      );
      return rows[0] ?? { more: false };
    },
  };
}

function readLease(
  keys: ConversationKeys,
  { botId, conversationId }: ConversationRef,
  row: TakenRow,
): OutboxLease {
  const ref = { botId, conversationId };
  const key = keys.from(ref, row);
  const { fence, seq, sentParts, tries, isFollowed } = row;
  const opened = (body: Buffer) => openJson<OutboundReply>(key, ref, "out", body);
  return {
    ...{ ...ref, fence, seq, sentParts, tries, isFollowed },
    address: readAddress(keys, ref, row),
    reply: row.isRedacted ? null : opened(row.body),
    earlier: row.earlier.map(opened),
  };
}

function readAddress(
  keys: ConversationKeys,
  ref: ConversationRef,
  row: AddressRow,
): MessengerAddress {
  return openJson<MessengerAddress>(keys.from(ref, row), ref, "address", row.address);
}

async function proceed(
  pool: Pool,
  keys: ConversationKeys,
  lease: OutboxLease,
  { status, sentParts, tries, after, silent = false, address }: Progress,
): Promise<boolean> {
  const key = address ? await keys.of(lease) : null;
  const sealed = key && sealJson(key, lease, "address", address);
  const waitMs = after === "echo" ? null : Math.round(after);
  const { rowCount } = await pool.query({
    ...proceedStatement,
    values: [...placeOf(lease), status, sentParts, tries, waitMs, silent, sealed],
  });
  return rowCount === 1;
}

function columnsOf({ class: why, code, subcode, trace }: MessageFailure) {
  return [why, code, subcode, trace];
}

function placeOf({ botId, conversationId, fence, seq }: OutboxLease) {
  return [botId, conversationId, fence, seq];
}
