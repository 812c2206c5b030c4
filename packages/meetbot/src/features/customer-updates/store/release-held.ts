import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool } from "pg";
import { inTime } from "../../../platform/postgres/statement-time.ts";

const releaseStatement = {
  name: "push-release",
  ...inTime,
  text: `
    update notifications set due_at = now(), open_at = now()
    where bot_id = $1 and conversation_id = $2 and state = 'held'`,
};

/** The customer has opened the chat: releases held notifications for a new decision. */
export async function releaseHeld(
  pool: Pool,
  { botId, conversationId }: ConversationRef,
): Promise<number> {
  const { rowCount } = await pool.query({
    ...releaseStatement,
    values: [botId, conversationId],
  });
  return rowCount ?? 0;
}

/** Releases what waited for customers who have written since, and expires what is no longer news. */
const dueStatement = {
  name: "push-release-due",
  ...inTime,
  text: `
    with expired as (
      update notifications set state = 'expired', because = 'expired', due_at = null, at = now()
      where state = 'held' and due_at is null and expires_at <= now()
    )
    update notifications as own set due_at = now()
    from conversations as conversation
    where own.state = 'held' and own.due_at is null and own.expires_at > now()
      and conversation.bot_id = own.bot_id
      and conversation.conversation_id = own.conversation_id and conversation.active_at > own.at`,
};

export async function releaseDue(pool: Pool): Promise<void> {
  await pool.query(dueStatement);
}

const askedStatement = {
  name: "push-asked-around",
  ...inTime,
  text: `
    select bot_id as "botId", conversation_id as "conversationId" from notifications
    where state = 'held' and because <> 'quiet_hours' and at > now() - interval '5 seconds'
      and open_at is null
    limit 500`,
};

/** Signals the chats that are open on this node and that another node asks for. */
export async function signalOpenChats(
  pool: Pool,
  isOpen: (ref: ConversationRef) => boolean,
): Promise<void> {
  const { rows } = await pool.query<ConversationRef>(askedStatement);
  for (const ref of rows) if (isOpen(ref)) await releaseHeld(pool, ref);
}
