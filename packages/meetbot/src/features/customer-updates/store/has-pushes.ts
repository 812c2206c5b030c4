import type { Pool } from "pg";
import { inTime } from "../../../platform/postgres/statement-time.ts";

const statement = {
  name: "push-any",
  ...inTime,
  text: `
    select exists (select from sightings where bot_id = $1 and kind = 'push')
      or exists (select from carrier_connections where bot_id = $1)
      or exists (
        select from bots
        where bot_id = $1 and declared->>'url' = endpoint
          and jsonb_array_length(coalesce(declared->'capabilities'->'pushes', '[]')) > 0
      ) as "hasPushes"`,
};

/**
 * Checks whether Meetbot can promise customers updates: the shop declared pushes, has pushed or tried it, or carriers
 * report its parcels.
 */
export async function hasPushes(pool: Pool, botId: string): Promise<boolean> {
  const { rows } = await pool.query<{ hasPushes: boolean }>({ ...statement, values: [botId] });
  return rows[0]?.hasPushes ?? false;
}
