import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { ClientBase } from "pg";
import { hintChannel } from "../../platform/change-signals/hint-listener.ts";
import { packHints } from "../../platform/change-signals/hint-payloads.ts";

/** The most conversations to hint at. Without a hint, followers and workers still poll every few seconds. */
const maxHints = 10_000;

const activeText = `
  select bot_id as "botId", conversation_id as "conversationId" from conversations
  where bot_id = $1 and active_at > now() - interval '1 hour'
  order by active_at desc limit ${maxHints}`;

/**
 * Notifies the nodes of both sides that the bot's conversations changed: the old side no longer has them, and the new
 * side has turns to take.
 */
export async function hintFollowers(
  from: ClientBase,
  to: ClientBase,
  botId: string,
): Promise<void> {
  const { rows } = await to.query<ConversationRef>(activeText, [botId]);
  const payloads = packHints(
    "meetbot move",
    rows.map((ref) => ({ ref })),
  );
  const text = "select pg_notify($1, payload) from unnest($2::text[]) as payload";
  for (const side of [from, to]) await side.query(text, [hintChannel, payloads]);
}
