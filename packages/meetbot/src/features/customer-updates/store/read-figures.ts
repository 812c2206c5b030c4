import type { PushFigures } from "@meetbot/model/push/push-log.ts";
import type { Pool } from "pg";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import { isHintText } from "./accept-push.ts";
import { isTestText } from "./list-pushes.ts";
import { notificationState } from "./read-push.ts";

/** SQL condition: the shop sent this push, not an operator or a carrier. */
const isOfShop = `not (${isTestText}) and not (${isHintText})`;

const since = "now() - make_interval(days => $2)";

const figuresStatement = {
  name: "push-figures",
  ...inTime,
  text: `
    select
      (select count(*)::integer from pushes
        where bot_id = $1 and accepted_at > ${since} and ${isOfShop}) as pushes,
      (select count(*)::integer from pushes
        where bot_id = $1 and accepted_at > ${since} and ${isOfShop} and recipients = 0
      ) as unheard,
      (select count(*)::integer from subscriptions
        where bot_id = $1 and created_at > ${since}) as began,
      (select coalesce(jsonb_agg(to_jsonb(one) order by count desc), '[]') from (
        select ended_by as "endedBy", count(*) from subscriptions
        where bot_id = $1 and ended_at > ${since} group by 1
      ) as one) as stopped,
      (select coalesce(jsonb_agg(to_jsonb(one) order by count desc), '[]') from (
        select ${notificationState} as state, way, because, count(*) from notifications as own
        where bot_id = $1 and at > ${since} and not ${isTestText} group by 1, 2, 3
      ) as one) as notifications`,
};

/** Returns the outcomes of the pushes of the last days. */
export async function readPushFigures(
  pool: Pool,
  botId: string,
  days: number,
): Promise<PushFigures> {
  const { rows } = await pool.query<PushFigures>({ ...figuresStatement, values: [botId, days] });
  return rows[0]!;
}
