import type { Pool } from "pg";

/** Long enough for a complaint about last week's chat, short enough to hold no history of people. */
const retentionDays = 7;
/** Rows locked and deleted by one statement: few enough that nobody waits for it. */
const batchSize = 500;

/**
 * `created_at` finds candidates by its index. The last condition is looked at again if the row
 * changed in the meantime: a customer who returns at this moment keeps the conversation.
 */
const forgetText = `
  delete from conversations
  where (bot_id, conversation_id) in (
    select bot_id, conversation_id from conversations
    where created_at < now() - interval '${retentionDays} days'
      and active_at < now() - interval '${retentionDays} days'
    limit ${batchSize}
  ) and active_at < now() - interval '${retentionDays} days'`;

/** Deletes conversations idle for longer than the retention time, with all that belongs to them. */
export async function forgetExpired(pool: Pool): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const { rowCount } = await pool.query(forgetText);
    forgotten += rowCount ?? 0;
    if (!rowCount) return forgotten;
  }
}
