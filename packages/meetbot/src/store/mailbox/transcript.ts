import type { KeyObject } from "node:crypto";
import type { ConversationState, Message } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { DeskNews } from "@meetbot/model/desk/news.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { saidBy } from "../../platform/sealing/said-by.ts";
import { openJson } from "../../platform/sealing/sealed-json.ts";
import { openState } from "../../platform/sealing/sealed-state.ts";

const messagesStatement = {
  name: "messages-after",
  ...inTime,
  text: `
    select seq, direction, dedupe_key as "dedupeKey", body, at from messages
    where bot_id = $1 and conversation_id = $2 and seq > $3 order by seq limit $4`,
};

/** One row of a conversation in which nothing is new. */
const newsStatement = {
  name: "news-after",
  ...inTime,
  text: `
    select holder, handled_seq as "handledSeq", said.* from conversations as own
    left join lateral (
      select seq, direction, dedupe_key as "dedupeKey", body, at from messages
      where bot_id = own.bot_id and conversation_id = own.conversation_id and seq > $3
      order by seq limit $4
    ) as said on true
    where bot_id = $1 and conversation_id = $2 order by seq`,
};

const lastStatement = {
  name: "last-message",
  ...inTime,
  text: `
    select last_seq as "lastSeq" from conversations
    where bot_id = $1 and conversation_id = $2`,
};

/** Returns the number of a conversation's last message: a client that names a later one has not seen it. */
export async function lastSeqOf(pool: Pool, ref: ConversationRef): Promise<number> {
  const values = [ref.botId, ref.conversationId];
  const { rows } = await pool.query<{ lastSeq: number }>({ ...lastStatement, values });
  return rows[0]?.lastSeq ?? 0;
}

/**
 * How much of a transcript is sent at once, to clients that load pages and to those that cannot. The newest message is
 * always sent, whatever its length.
 */
const sizes = {
  page: { maxMessages: 50, maxBytes: 128 * 1024 },
  opening: { maxMessages: 1_000, maxBytes: 1024 * 1024 },
};

const pageStatement = {
  name: "page-start",
  ...inTime,
  text: `
    select min(seq) as first from (
      select seq, sum(octet_length(body)) over (order by seq desc) as bytes from (
        select seq, body from messages
        where bot_id = $1 and conversation_id = $2 and seq > $3 and seq < $4
        order by seq desc limit $5
      ) as newest
    ) as summed
    where bytes <= $6 or seq = $4::integer - 1`,
};

/**
 * Returns the first message of the last page of the given size between two numbers; `before` if there is none between
 * them.
 */
export async function pageStart(
  pool: Pool,
  ref: ConversationRef,
  { after, before, size }: { after: number; before: number; size: keyof typeof sizes },
): Promise<number> {
  const values = [ref.botId, ref.conversationId, after, before];
  const { rows } = await pool.query<{ first: number | null }>({
    ...pageStatement,
    values: [...values, sizes[size].maxMessages, sizes[size].maxBytes],
  });
  return rows[0]?.first ?? before;
}

const stateStatement = {
  name: "conversation-state",
  ...inTime,
  text: "select state from conversations where bot_id = $1 and conversation_id = $2",
};

/** Returns the current state of a conversation; `null` if it was deleted or no turn is stored yet. */
export async function stateOf(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
): Promise<ConversationState | null> {
  const key = await keys.of(ref);
  if (key === null) return null;
  const values = [ref.botId, ref.conversationId];
  const { rows } = await pool.query<{ state: Buffer | null }>({ ...stateStatement, values });
  return rows[0]?.state ? openState(key, ref, rows[0].state) : null;
}

type MessageRow = { seq: number; body: Buffer; at: Date } & (
  | { direction: "in"; dedupeKey: string }
  | { direction: "out"; dedupeKey: null }
);

/** A conversation's messages, opened, in the order both sides see them. */
export async function messagesAfter(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
  seq: number,
  limit: number,
): Promise<Message[]> {
  const key = await keys.of(ref);
  if (key === null) return [];
  const { rows } = await pool.query<MessageRow>({
    ...messagesStatement,
    values: [ref.botId, ref.conversationId, seq, limit],
  });
  return rows.map((row) => toMessage(key, ref, row));
}

/** The same for a client that follows the conversation, with the current holder. */
export async function newsAfter(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
  seq: number,
  limit: number,
): Promise<DeskNews> {
  const key = await keys.of(ref);
  if (key === null) return gone;
  const { rows } = await pool.query<
    Pick<DeskNews, "holder" | "handledSeq"> & (MessageRow | { seq: null })
  >({
    ...newsStatement,
    values: [ref.botId, ref.conversationId, seq, limit],
  });
  const [row] = rows;
  if (!row) return gone;
  const messages = rows.flatMap((one) => (one.seq === null ? [] : toMessage(key, ref, one)));
  return { messages, holder: row.holder, handledSeq: row.handledSeq };
}

const gone: DeskNews = { messages: [], holder: "bot", handledSeq: 0, isGone: true };

function toMessage(key: KeyObject, ref: ConversationRef, row: MessageRow): Message {
  const { seq, at } = row;
  if (row.direction === "out") {
    return { seq, at, ...saidBy(openJson<OutboundReply>(key, ref, "out", row.body)) };
  }
  const content = openJson<EventContent>(key, ref, "in", row.body);
  return { seq, at, from: "customer", event: { dedupeKey: row.dedupeKey, content } };
}
