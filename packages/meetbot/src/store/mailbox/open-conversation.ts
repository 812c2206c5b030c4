import type { Pool } from "pg";
import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { InboundEvent } from "../../model/conversation/inbound-event.ts";
import { hashToken } from "../../secrets/token.ts";
import { withTrace } from "../../tracing/tracer.ts";
import { inTime } from "../postgres/statement-time.ts";
import type { ConversationKeys } from "../sealing/conversation-keys.ts";
import { sealJson } from "../sealing/sealed-json.ts";

const openStatement = {
  name: "open-conversation",
  ...inTime,
  text: `
    with opened as (
      insert into conversations
        (bot_id, conversation_id, channel, token_hash, key_id, sealed_key,
         last_seq, last_inbound_seq, due_at)
      values ($1, $2, $3, $4, $5, $6, 1, 1, now())
      returning bot_id, conversation_id
    )
    insert into messages (bot_id, conversation_id, seq, direction, dedupe_key, body, kind)
    select bot_id, conversation_id, 1, 'in', $7, $8, $9 from opened`,
};

/** Stores a new conversation, due with its first event. */
export async function openConversation(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
  channel: string,
  token: string,
  first: InboundEvent,
): Promise<void> {
  const { key, stored } = keys.create(ref);
  await pool.query({
    ...openStatement,
    values: [
      ref.botId,
      ref.conversationId,
      channel,
      hashToken(token),
      stored.keyId,
      stored.sealed,
      first.dedupeKey,
      sealJson(key, ref, "in", withTrace(first.content)),
      first.content.kind,
    ],
  });
}
