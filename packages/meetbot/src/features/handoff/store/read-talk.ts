import type { Message } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { Pool } from "pg";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import type { ConversationKeys } from "../../../platform/sealing/conversation-keys.ts";
import { saidBy } from "../../../platform/sealing/said-by.ts";
import { openJson } from "../../../platform/sealing/sealed-json.ts";

/** A message with the operator who wrote it; `null`: a customer or the bot did. */
export type TalkMessage = Message & { author: string | null; isRedacted: boolean };

const talkStatement = {
  name: "bridges-talk",
  ...inTime,
  text: `
    select seq, direction, dedupe_key as "dedupeKey", body, at, author,
      redacted_at is not null as "isRedacted"
    from messages
    where bot_id = $1 and conversation_id = $2 and seq > $3 order by seq limit $4`,
};

interface TalkRow {
  seq: number;
  direction: "in" | "out";
  dedupeKey: string | null;
  body: Buffer;
  at: Date;
  author: string | null;
  isRedacted: boolean;
}

/**
 * Returns the messages after a given one, in order, with their author at the shop. Returns none if the conversation is
 * gone.
 */
export async function readTalk(
  { pool, keys }: { pool: Pool; keys: ConversationKeys },
  ref: ConversationRef,
  afterSeq: number,
  limit: number,
): Promise<TalkMessage[]> {
  const key = await keys.of(ref);
  if (key === null) return [];
  const values = [ref.botId, ref.conversationId, afterSeq, limit];
  const { rows } = await pool.query<TalkRow>({ ...talkStatement, values });
  return rows.map(({ direction, dedupeKey, body, ...told }) => {
    if (direction === "out")
      return { ...told, ...saidBy(openJson<OutboundReply>(key, ref, "out", body)) };
    const content = openJson<EventContent>(key, ref, "in", body);
    return { ...told, from: "customer", event: { dedupeKey: dedupeKey ?? "", content } };
  });
}
