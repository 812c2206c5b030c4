import type { Pool } from "pg";
import { inTime } from "../postgres/statement-time.ts";

const statement = {
  name: "push-any",
  ...inTime,
  text: `select exists (select from sightings where bot_id = $1 and kind = 'push') as "hasPushes"`,
};

/** Whether a shop has pushed, or tried whether it can. */
export async function hasPushes(pool: Pool, botId: string): Promise<boolean> {
  const { rows } = await pool.query<{ hasPushes: boolean }>({ ...statement, values: [botId] });
  return rows[0]?.hasPushes ?? false;
}

const subscribedStatement = {
  name: "push-has-subscriptions",
  ...inTime,
  text: `
    select exists (select from subscriptions where bot_id = $1 and ended_at is null) as "isFollowed"`,
};

/** Whether any customer of a bot wants to be told of anything. */
export async function hasSubscriptions(pool: Pool, botId: string): Promise<boolean> {
  const values = [botId];
  const { rows } = await pool.query<{ isFollowed: boolean }>({ ...subscribedStatement, values });
  return rows[0]?.isFollowed ?? false;
}
