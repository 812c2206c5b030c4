import type { Pool } from "pg";
import type { AuditAction } from "../../model/log/audit.ts";
import type { SubscriptionEnd } from "../../model/push/subscription.ts";
import { inTime } from "../postgres/statement-time.ts";

const by = "operator" satisfies SubscriptionEnd;
const action = "subscription_ended" satisfies AuditAction;

/** Together with what waits to be told: whoever has that in hand finds another fence. */
const endStatement = {
  name: "subscription-end",
  ...inTime,
  text: `
    with ending as (
      update subscriptions set ended_at = now(), ended_by = '${by}'
      where bot_id = $1 and subscription_id = $2 and ended_at is null
      returning bot_id, subscription_id, conversation_id, scope
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
    select exists (
      select from subscriptions where bot_id = $1 and subscription_id = $2
    ) as known`,
};

/** Ends one, and says so in the audit. False: there is none by that id. One that has ended stays as it is. */
export async function endSubscription(
  pool: Pool,
  botId: string,
  { id, actor }: { id: string; actor: string },
): Promise<boolean> {
  const values = [botId, id, actor];
  const { rows } = await pool.query<{ known: boolean }>({ ...endStatement, values });
  return rows[0]?.known ?? false;
}
