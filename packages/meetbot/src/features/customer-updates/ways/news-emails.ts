import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool } from "pg";
import { isStorable } from "../../../platform/postgres/is-storable.ts";
import type { ConversationKeys } from "../../../platform/sealing/conversation-keys.ts";
import { openJson } from "../../../platform/sealing/sealed-json.ts";
import { isSameSecret } from "../../../secrets/compare.ts";
import type { LookupKey } from "../../../secrets/lookup-key.ts";

/** The address for a customer's update mails. */
export interface NewsEmail {
  email: string;
  /** Whether the conversation is on a platform, where a link in an email cannot continue it. */
  isElsewhere: boolean;
}

/** Why an address no longer gets mails. */
export type NewsEmailEnd = "unsubscribed" | "bounced";

/** Ours have 80 characters or so; longer than this is not worth looking at. */
const maxTokenLength = 200;

/** 128 bits are not to be guessed. */
const markLength = 22;

/** Returns the address that a conversation's customer proved and gets updates at, or `null` if there is none. */
export async function newsEmailOf(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
): Promise<NewsEmail | null> {
  const { rows } = await pool.query<{ sealed: Buffer; isElsewhere: boolean }>(
    `select sealed, exists (
       select from outboxes where outboxes.bot_id = own.bot_id
         and outboxes.conversation_id = own.conversation_id
     ) as "isElsewhere"
     from news_emails as own
     where bot_id = $1 and conversation_id = $2 and ended_at is null`,
    [ref.botId, ref.conversationId],
  );
  const key = rows[0] && (await keys.of(ref));
  if (!rows[0] || !key) return null;
  const { sealed, isElsewhere } = rows[0];
  return { email: openJson<string>(key, ref, "news email", sealed), isElsewhere };
}

/** Ends the update mails of a conversation. Repeating it changes nothing. */
export async function endNewsEmail(
  pool: Pool,
  { botId, conversationId }: ConversationRef,
  by: NewsEmailEnd,
): Promise<void> {
  await pool.query(
    `update news_emails set ended_at = now(), ended_by = $3
     where bot_id = $1 and conversation_id = $2 and ended_at is null`,
    [botId, conversationId, by],
  );
}

/** The token by which a mail's reader ends them: it does that alone, in this conversation alone. */
export function stopTokenOf(stopKey: LookupKey, ref: ConversationRef): string {
  return `${ref.conversationId}.${markOf(stopKey, ref)}`;
}

/** Returns whose mails a token ends; `null` if the token is invalid. */
export function readStopToken(
  stopKey: LookupKey,
  botId: string,
  token: string,
): ConversationRef | null {
  if (token.length > maxTokenLength || !isStorable(token) || !isStorable(botId)) return null;
  const end = token.lastIndexOf(".");
  const ref = { botId, conversationId: token.slice(0, Math.max(end, 0)) };
  return isSameSecret(token.slice(end + 1), markOf(stopKey, ref)) ? ref : null;
}

function markOf(stopKey: LookupKey, { botId, conversationId }: ConversationRef): string {
  return stopKey(`${botId}\0${conversationId}`).toString("base64url").slice(0, markLength);
}
