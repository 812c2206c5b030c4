import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { PoolClient } from "pg";
import { byteaArray } from "../../platform/postgres/bytea-array.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { openJson, sealJson } from "../../platform/sealing/sealed-json.ts";

/** Returns the form of a stored reply once its account may no longer be shown. */
export type EndReply = (reply: OutboundReply) => OutboundReply;

const readText = `
  select seq, body from messages
  where bot_id = $1 and conversation_id = $2 and direction = 'out' and redacted_at is null`;

const writeText = `
  update messages set body = ended.body
  from unnest($3::integer[], $4::bytea[]) as ended (seq, body)
  where bot_id = $1 and conversation_id = $2 and messages.seq = ended.seq`;

/**
 * Applies `endReply` to every message that the bot sent or queued in a conversation: data that must end is stored in
 * each message, and read whenever the message is shown or sent.
 */
export async function endReplies(
  client: PoolClient,
  keys: ConversationKeys,
  ref: ConversationRef,
  endReply: EndReply,
): Promise<void> {
  const key = await keys.of(ref);
  if (key === null) return;
  const place = [ref.botId, ref.conversationId];
  const { rows } = await client.query<{ seq: number; body: Buffer }>(readText, place);
  const changed = rows.flatMap(({ seq, body }) => {
    const reply = openJson<OutboundReply>(key, ref, "out", body);
    const ended = endReply(reply);
    return ended === reply ? [] : [{ seq, body: sealJson(key, ref, "out", ended) }];
  });
  if (changed.length === 0) return;
  await client.query(writeText, [
    ...place,
    changed.map(({ seq }) => seq),
    byteaArray(changed.map(({ body }) => body)),
  ]);
}
