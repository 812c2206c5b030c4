import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { isAnsweredText } from "./failed-outcomes.ts";

/** Records first answers before the deliveries that show them are deleted. */
export const recordFirstAnswersText = `
  update bots set first_answer_at = first.at
  from bots as waiting, lateral (
    select started_at as at from deliveries
    where deliveries.bot_id = waiting.bot_id and ${isAnsweredText} and method <> 'push_status'
    order by started_at limit 1
  ) as first
  where waiting.first_answer_at is null
    and bots.bot_id = waiting.bot_id and bots.first_answer_at is null`;

/** When the shop first answered a customer's question. */
export async function firstAnswerAt(db: Kysely<Tables>, botId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select coalesce(first_answer_at, (
      select started_at from deliveries
      where deliveries.bot_id = bots.bot_id and ${sql.raw(isAnsweredText)} and method <> 'push_status'
      order by started_at limit 1
    )) as at
    from bots where bot_id = ${botId}`.execute(db);
  return rows[0]?.at ?? null;
}
