import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { sealJson } from "../../platform/sealing/sealed-json.ts";
import { hashToken } from "../../secrets/token.ts";
import { withTrace } from "../../tracing/tracer.ts";
import { liveVersion } from "../answers/live-version.ts";
import { type HolderColumns, holderColumns, toHeld } from "./held.ts";
import type { Lease } from "./lease.ts";

/** With a lease, also takes the turn of the first event, as `admit-and-take` does. */
const openStatement = {
  name: "open-conversation",
  ...inTime,
  text: `
    with opened as (
      insert into conversations
        (bot_id, conversation_id, channel, token_hash, key_id, sealed_key,
         last_seq, last_inbound_seq, due_at, fence, lease_until)
      values ($1, $2, $3, $4, $5, $6, 1, 1, now(), ($10::integer is not null)::integer,
        now() + $10 * interval '1 ms')
      returning bot_id, conversation_id, fence, ${holderColumns}
    ), stored as (
      insert into messages (bot_id, conversation_id, seq, direction, dedupe_key, body, kind)
      select bot_id, conversation_id, 1, 'in', $7, $8, $9 from opened
    )
    select fence, holder, "heldBy", "heldAt", ${liveVersion("$1")} as "bookVersion" from opened`,
};

interface OpenedRow extends HolderColumns {
  fence: number;
  bookVersion: number;
}

/** How to open a conversation. `leaseMs`: also lease the turn of its first event for this long; `null` for no lease. */
export interface Opening {
  channel: string;
  /** It opens the conversation, and is stored as its hash only. */
  token: string;
  first: InboundEvent;
  leaseMs: number | null;
}

/** Stores a new conversation, due with its first event. Returns the lease of that turn if the caller requested it. */
export async function openConversation(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
  { channel, token, first, leaseMs }: Opening,
): Promise<Lease | null> {
  const { key, stored } = keys.create(ref);
  const content = withTrace(first.content);
  const { rows } = await pool.query<OpenedRow>({
    ...openStatement,
    values: [
      ref.botId,
      ref.conversationId,
      channel,
      hashToken(token),
      stored.keyId,
      stored.sealed,
      first.dedupeKey,
      sealJson(key, ref, "in", content),
      first.content.kind,
      leaseMs,
    ],
  });
  keys.remember(ref, key);
  const [row] = rows;
  if (leaseMs === null || !row) return null;
  const { fence, bookVersion, ...columns } = row;
  const { botId, conversationId } = ref;
  return {
    ...{ botId, conversationId, channel, bookVersion, fence, state: null },
    held: toHeld(columns),
    event: { ...first, content, seq: 1 },
  };
}
