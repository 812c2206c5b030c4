import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { SubscriptionEnd } from "@meetbot/model/push/subscription.ts";
import { inTransaction } from "../../../platform/postgres/in-transaction.ts";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import type { EndDeps } from "./end-subscription.ts";
import { type EndedSubscription, forgetNews } from "./forget-news.ts";

const by = "delivered" satisfies SubscriptionEnd;

/** Number of conversations selected at once. */
const atOnce = 500;

const isOver = "ended_at is null and ends_at <= now()";

const findStatement = {
  name: "subscriptions-over",
  ...inTime,
  text: `
    select distinct bot_id as "botId", conversation_id as "conversationId" from (
      select bot_id, conversation_id from subscriptions where ${isOver} limit ${atOnce}
    ) as over`,
};

const lockStatement = {
  name: "subscriptions-over-lock",
  ...inTime,
  text: "select from conversations where bot_id = $1 and conversation_id = $2 for no key update",
};

const endStatement = {
  name: "subscriptions-over-end",
  ...inTime,
  text: `
    update subscriptions set ended_at = ends_at, ended_by = '${by}'
    where bot_id = $1 and conversation_id = $2 and ${isOver} returning scope, sealed`,
};

/** Ends subscriptions whose updates were all sent, so that their conversations have room for others. */
export async function endDelivered({ pool, keys }: EndDeps): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<ConversationRef>(findStatement);
    if (rows.length === 0) return;
    for (const ref of rows) {
      const values = [ref.botId, ref.conversationId];
      await inTransaction(pool, async (client) => {
        await client.query({ ...lockStatement, values });
        const ended = await client.query<EndedSubscription>({ ...endStatement, values });
        await forgetNews({ client, keys }, ref, ended.rows, by);
      });
    }
  }
}
