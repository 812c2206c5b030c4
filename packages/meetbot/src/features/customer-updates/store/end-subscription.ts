import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { AuditAction } from "@meetbot/model/log/audit.ts";
import type { SubscriptionEnd } from "@meetbot/model/push/subscription.ts";
import type { Pool } from "pg";
import { inTransaction } from "../../../platform/postgres/in-transaction.ts";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import type { ConversationKeys } from "../../../platform/sealing/conversation-keys.ts";
import { type EndedSubscription, forgetNews } from "./forget-news.ts";

/** What ending subscriptions outside of turns requires. */
export interface EndDeps {
  pool: Pool;
  keys: ConversationKeys;
}

const by = "operator" satisfies SubscriptionEnd;
const action = "subscription_ended" satisfies AuditAction;

/** Locks the conversation first, in the same order as turns do. */
const lockStatement = {
  name: "subscription-lock",
  ...inTime,
  text: `
    select conversation_id as "conversationId" from conversations
    where bot_id = $1 and conversation_id = (
      select conversation_id from subscriptions where bot_id = $1 and subscription_id = $2
    ) for no key update`,
};

/** Ends the subscription together with its waiting notifications: a node that has one in hand finds another fence. */
const endStatement = {
  name: "subscription-end",
  ...inTime,
  text: `
    with ending as (
      update subscriptions set ended_at = now(), ended_by = '${by}'
      where bot_id = $1 and subscription_id = $2 and ended_at is null
      returning bot_id, subscription_id, conversation_id, scope, sealed
    ), untold as (
      update notifications as waiting
      set state = 'skipped', because = 'unsubscribed', due_at = null, fence = fence + 1, at = now()
      from ending
      where waiting.bot_id = ending.bot_id and waiting.conversation_id = ending.conversation_id
        and waiting.subscription_id = ending.subscription_id
        and (waiting.state in ('accepted', 'held') or waiting.state = 'queued' and due_at is not null)
    ), noted as (
      insert into audit (bot_id, actor, action, detail)
      select bot_id, $3, '${action}', jsonb_build_object(
        'subscription', subscription_id, 'conversation', conversation_id, 'scope', scope)
      from ending
    )
    select scope, sealed from ending`,
};

/**
 * Ends a subscription and records it in the audit. Returns false if no subscription has that id. An ended one stays as
 * it is. The conversation forgets the subscription, so that the bot offers it again; the shop's word that the customer
 * agreed in the checkout does not restart it.
 */
export function endSubscription(
  { pool, keys }: EndDeps,
  botId: string,
  { id, actor }: { id: string; actor: string },
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const locked = await client.query<Pick<ConversationRef, "conversationId">>({
      ...lockStatement,
      values: [botId, id],
    });
    const [own] = locked.rows;
    if (!own) return false;
    const values = [botId, id, actor];
    const { rows } = await client.query<EndedSubscription>({ ...endStatement, values });
    await forgetNews({ client, keys }, { botId, ...own }, rows, by);
    return true;
  });
}
