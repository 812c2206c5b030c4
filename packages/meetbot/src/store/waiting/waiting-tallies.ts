import type { RatingTally, WaitTally } from "@meetbot/model/log/waits.ts";
import type { Pool } from "pg";

const part = "width_bucket(quarter, $2::timestamptz[]) - 1 as part";
const counted = `bot_id = $1 and quarter >= ($2::timestamptz[])[1]
  and quarter < ($2::timestamptz[])[cardinality($2)]`;

const waitsText = `
  select ${part}, kind, duration_class as "durationClass", sum(waits)::integer as count
  from wait_tallies where ${counted} group by 1, 2, 3 order by 1, 2, 3`;

const ratingsText = `
  select ${part}, holder, value, sum(ratings)::integer as count
  from rating_tallies where ${counted} group by 1, 2, 3 order by 1, 2, 3`;

/** Returns how long customers waited, divided at these moments. */
export async function readWaits(
  pool: Pool,
  botId: string,
  bounds: readonly Date[],
): Promise<WaitTally[]> {
  return (await pool.query<WaitTally>(waitsText, [botId, bounds])).rows;
}

/** Returns how satisfied customers were, divided into the same parts. */
export async function readRatings(
  pool: Pool,
  botId: string,
  bounds: readonly Date[],
): Promise<RatingTally[]> {
  return (await pool.query<RatingTally>(ratingsText, [botId, bounds])).rows;
}
