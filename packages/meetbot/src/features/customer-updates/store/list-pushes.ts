import type { LogCursor, LogPage, PageRequest } from "@meetbot/model/log/log-page.ts";
import { type LoggedPush, type PushFilter, testPushes } from "@meetbot/model/push/push-log.ts";
import type { Pool } from "pg";
import { isStorable } from "../../../platform/postgres/is-storable.ts";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import { toPage } from "../../../store/logs/log-place.ts";
import { notificationState } from "./read-push.ts";

/** In SQL: whether an operator made this push as a test. */
export const isTestText = `push_id like '${testPushes.idPrefix}%'`;

/** In SQL: a place of a list, out of a column and two parameters. */
export const microsecondsOf = (column: string) =>
  `(extract(epoch from ${column}) * 1000000)::bigint::text`;
export const momentOf = (parameter: string) =>
  `timestamptz 'epoch' + ${parameter}::bigint * interval '1 microsecond'`;

const columns = `
  push_id as id, method, occurred_at as "occurredAt", accepted_at as "acceptedAt",
  expires_at as "expiresAt", recipients, (
    select max(status) from notifications as own
    where own.bot_id = pushes.bot_id and own.push_id = pushes.push_id
  ) as status, coalesce((
    select jsonb_agg(jsonb_build_object('state', state, 'recipients', count) order by state)
    from (
      select ${notificationState} as state, count(*) from notifications as own
      where own.bot_id = pushes.bot_id and own.push_id = pushes.push_id group by 1
    ) as counted
  ), '[]') as states`;

const listStatement = {
  name: "push-list",
  ...inTime,
  text: `
    select ${columns}, ${microsecondsOf("accepted_at")} as "atUs"
    from pushes
    where bot_id = $1 and ($2::text is null or method = $2)
      and ($3::text is null or exists (
        select from notifications as own
        where own.bot_id = pushes.bot_id and own.push_id = pushes.push_id
          and own.state in ($3, 'queued') and ${notificationState} = $3
      ))
      and ($4::text is null or (${isTestText}) = ($4 = 'only'))
      and ($5::text is null or (accepted_at, push_id) < (${momentOf("$5")}, $6))
    order by accepted_at desc, push_id desc limit $7`,
};

/** Returns a page of a shop's pushes, newest first, without decrypting any. */
export async function listPushes(
  pool: Pool,
  botId: string,
  { method, state, tests }: PushFilter,
  page: PageRequest,
): Promise<LogPage<LoggedPush>> {
  if (!isStorable(botId)) return { rows: [], next: null };
  const { below, limit } = page;
  const wanted = [method ?? null, state ?? null, tests ?? null];
  const values = [botId, ...wanted, below?.atUs ?? null, below?.id ?? null, limit + 1];
  const { rows } = await pool.query<LoggedPush & LogCursor>({ ...listStatement, values });
  return toPage(rows, page, ({ atUs, ...logged }) => logged);
}

const findStatement = {
  name: "push-find",
  ...inTime,
  text: `select ${columns} from pushes where bot_id = $1 and push_id = $2`,
};

/** Returns one push as the log lists it, or `null` if this bot has none with that id. */
export async function findPush(
  pool: Pool,
  botId: string,
  pushId: string,
): Promise<LoggedPush | null> {
  const { rows } = await pool.query<LoggedPush>({ ...findStatement, values: [botId, pushId] });
  return rows[0] ?? null;
}
