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
