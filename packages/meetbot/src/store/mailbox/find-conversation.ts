import type { Pool } from "pg";
import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import { hashToken } from "../../secrets/token.ts";
import { isStorable } from "../postgres/is-storable.ts";
import { inTime } from "../postgres/statement-time.ts";
import type { ConversationKeys, KeyColumns } from "../sealing/conversation-keys.ts";

/** A device left alone must not open yesterday's conversation to whoever finds it. */
const idleHours = 24;
/** Ours have 43 characters; longer than this is not worth hashing. */
const maxTokenLength = 256;

const findStatement = {
  name: "find-conversation",
  ...inTime,
  text: `
    select conversation_id as "conversationId", key_id as "keyId", sealed_key as "sealedKey"
    from conversations
    where bot_id = $1 and token_hash = $2 and active_at > now() - interval '${idleHours} hours'`,
};

interface FoundRow extends KeyColumns {
  conversationId: string;
}

/** The conversation a token opens; its key is remembered for the event that follows. */
export async function findConversation(
  pool: Pool,
  keys: ConversationKeys,
  botId: string,
  token: string,
): Promise<ConversationRef | null> {
  if (token.length > maxTokenLength || !isStorable(botId)) return null;
  const { rows } = await pool.query<FoundRow>({
    ...findStatement,
    values: [botId, hashToken(token)],
  });
  if (!rows[0]) return null;
  const ref = { botId, conversationId: rows[0].conversationId };
  keys.from(ref, rows[0]);
  return ref;
}
