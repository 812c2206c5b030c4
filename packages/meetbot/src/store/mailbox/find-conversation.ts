import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool } from "pg";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys, KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { hashToken } from "../../secrets/token.ts";

/** An unattended device must not open yesterday's conversation to a finder. */
const idleHours = 24;
/** Ours have 43 characters; longer than this is not worth hashing. */
const maxTokenLength = 256;

const columns = `conversation_id as "conversationId", shown_from as "shownFrom",
      returned_seq as "returnedSeq", last_seq as "lastSeq", key_id as "keyId", sealed_key as "sealedKey"`;

const findStatement = {
  name: "find-conversation",
  ...inTime,
  text: `
    select ${columns}
    from conversations
    where bot_id = $1 and token_hash = $2 and active_at > now() - interval '${idleHours} hours'`,
};

/** Finds a conversation for as long as it is stored, however long it was idle. */
const findIdleStatement = {
  name: "find-idle-conversation",
  ...inTime,
  text: `
    select ${columns}
    from conversations where bot_id = $1 and token_hash = $2`,
};

/** A conversation as its token opens it. */
export interface FoundConversation extends ConversationRef {
  /** The token's holder came by an email link: messages up to this one are hidden from them. */
  shownFrom: number;
  /** The message with which the customer returned; 0 if the token is the first one. */
  returnedSeq: number;
  /** Of the last message at that moment. */
  lastSeq: number;
}

interface FoundRow extends KeyColumns, Omit<FoundConversation, "botId"> {}

/** The conversation a token opens; its key is remembered for the event that follows. */
export function findConversation(
  pool: Pool,
  keys: ConversationKeys,
  botId: string,
  token: string,
): Promise<FoundConversation | null> {
  return find(pool, keys, findStatement, botId, token);
}

/** The same, however long the conversation was idle: the caller must know who holds the device. */
export function findIdleConversation(
  pool: Pool,
  keys: ConversationKeys,
  botId: string,
  token: string,
): Promise<FoundConversation | null> {
  return find(pool, keys, findIdleStatement, botId, token);
}

async function find(
  pool: Pool,
  keys: ConversationKeys,
  statement: typeof findStatement,
  botId: string,
  token: string,
): Promise<FoundConversation | null> {
  if (token.length > maxTokenLength || !isStorable(botId)) return null;
  const { rows } = await pool.query<FoundRow>({
    ...statement,
    values: [botId, hashToken(token)],
  });
  if (!rows[0]) return null;
  const { conversationId, shownFrom, returnedSeq, lastSeq } = rows[0];
  keys.from({ botId, conversationId }, rows[0]);
  return { botId, conversationId, shownFrom, returnedSeq, lastSeq };
}
