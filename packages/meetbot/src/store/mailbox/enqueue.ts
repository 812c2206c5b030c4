import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { EventContent, InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import { DatabaseError, type Pool, type PoolClient } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { sealJson } from "../../platform/sealing/sealed-json.ts";
import { withTrace } from "../../tracing/tracer.ts";
import type { EnqueueResult } from "./enqueue-result.ts";
import { dueWithEvent } from "./put-off.ts";

/** A person or another app answers: the bot only records the customer's events, marked as quiet. */
export const isSilent = "silent_until > now()";

/**
 * The most messages, of both sides, in a conversation whose customer can begin another; a whole day of chat has a few
 * hundred. On a messaging platform, each customer has a single conversation forever.
 */
const maxMessages = 20_000;

/** In SQL, of conversations: a customer can write in this one, or has to begin another. */
export const hasRoom = (
  botId: string,
  conversationId: string,
) => `(last_seq < ${maxMessages} or exists (
          select from outboxes where bot_id = ${botId} and conversation_id = ${conversationId}
        ))`;

/**
 * One statement, so one flush to disk. The update locks the conversation's row, so that concurrent
 * events get their numbers one after the other. A repeated event is looked for first: the unique
 * index would refuse it too, but with an error in the database's log for each.
 */
const admitStatement = {
  name: "admit",
  ...inTime,
  text: `
    with known as (
      select seq from messages
      where bot_id = $1 and conversation_id = $2 and dedupe_key = $3 and direction = 'in'
    ), numbered as (
      update conversations
      set last_seq = last_seq + 1, last_inbound_seq = last_seq + 1,
        due_at = ${dueWithEvent}, active_at = now()
      where bot_id = $1 and conversation_id = $2 and ${hasRoom("$1", "$2")}
        and not exists (select from known)
        and ($6 or not exists (
          select from outboxes
          where bot_id = $1 and conversation_id = $2 and ${isSilent}
        ))
      returning bot_id, conversation_id, last_seq
    ), stored as (
      insert into messages (bot_id, conversation_id, seq, direction, dedupe_key, body, kind)
      select bot_id, conversation_id, last_seq, 'in', $3, $4, $5 from numbered
      returning seq
    )
    select case
      when exists (select from stored) then 'stored'
      when exists (select from known) then 'duplicate'
      else 'unknown_conversation'
    end as admission`,
};

/** Returns the kind under which statistics count an event; `null` for our own events, which do not count. */
export const kindOf = ({ kind }: EventContent) =>
  kind === "returned" || kind === "rating_due" || kind === "news" ? null : kind;

/** Stores an event once; within a transaction only while that holds the conversation. */
export async function enqueue(
  pool: Pool | PoolClient,
  keys: ConversationKeys,
  ref: ConversationRef,
  event: InboundEvent,
): Promise<EnqueueResult> {
  const key = await keys.of(ref);
  if (key === null) return "unknown_conversation";
  const body = sealJson(key, ref, "in", withTrace(event.content));
  try {
    const { rows } = await pool.query<{ admission: EnqueueResult }>({
      ...admitStatement,
      values: [
        ...[ref.botId, ref.conversationId, event.dedupeKey, body, kindOf(event.content)],
        event.content.quiet === true,
      ],
    });
    return rows[0]!.admission;
  } catch (error) {
    if (isRacingDuplicate(error)) return "duplicate";
    throw error;
  }
}

/**
 * Two of one key that arrive together do not see each other's row: the second waits for the first
 * at the conversation and then breaks on the unique index, which undoes its whole statement.
 */
export function isRacingDuplicate(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === "messages_dedupe";
}
