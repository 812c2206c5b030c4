import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool } from "pg";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { openJson } from "../../platform/sealing/sealed-json.ts";

/** The email that was left in a conversation to be written to; `null`: none was. */
export async function leftEmailOf(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
): Promise<string | null> {
  const key = await keys.of(ref);
  if (key === null) return null;
  const { rows } = await pool.query<{ sealed: Buffer }>(
    "select sealed from left_emails where bot_id = $1 and conversation_id = $2",
    [ref.botId, ref.conversationId],
  );
  return rows[0] ? openJson<string>(key, ref, "email", rows[0].sealed) : null;
}
