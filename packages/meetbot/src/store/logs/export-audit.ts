import { exportPlace } from "@meetbot/admin-api/limits/export-place.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";

/** An entry of either log, for another system that stores them. */
export interface ExportedEntry {
  /** The entry's position among all: a reader who got this far continues after it. */
  id: string;
  at: Date;
  /** `null`: an entry of the log of operators. */
  botId: string | null;
  actor: string;
  action: string;
  detail: Record<string, unknown>;
}

/**
 * An entry's time is when its transaction began. So much later all of them are there, in their order, save those of a
 * transaction that still lasts: one that waits for a lock, for its disk or for a standby.
 */
const settledAfter = "1 minute";

/** Both logs in export order: among entries of the same moment, those of bots come first. */
const logs = [
  { name: "bot", rows: sql`select at, entry, bot_id, actor, action, detail from audit` },
  {
    name: "operators",
    rows: sql`select at, entry, null, actor, action, detail from operator_audit`,
  },
] as const;

/**
 * Returns the entries of both logs after an entry, oldest first, without the last minute, or longer while a transaction
 * runs longer: callers who read to the end and continue later miss no entry and get none twice. Throws when `after` is
 * not an id.
 */
export async function exportAudit(
  db: Kysely<Tables>,
  after: string,
  limit: number,
  settled = settledAfter,
): Promise<ExportedEntry[]> {
  const [, us, log = "", entry] = exportPlace.exec(after) ?? [];
  if (!us) throw new TypeError(`${after} is no id of an entry`);
  const since = sql`to_timestamp(${us}::bigint / 1000000) + (${us}::bigint % 1000000) * interval '1 microsecond'`;
  // Runs as a separate, earlier statement: transactions that end meanwhile are in the logs by then, and those that
  // begin are later.
  const { rows: horizons } = await sql<{ until: string }>`
    select least(now() - ${settled}::interval, min(xact_start))::text as until
    from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend'`.execute(db);
  const until = horizons[0]?.until;
  const nextOf = logs.map(({ name, rows }, nth) => {
    const numberAfter = name === log ? entry : name < log ? "999999999999999999" : "-1";
    return sql`(
      select ${sql.lit(name)} as log, ${sql.lit(nth)} as nth, own.* from (${rows}) as own (at, entry, bot_id, actor, action, detail)
      where (at, entry) > (${since}, ${numberAfter}::bigint) and at < ${until}::timestamptz
      order by at, entry limit ${limit})`;
  });
  const { rows } = await sql<ExportedEntry>`
    select format('%s.%s.%s', (extract(epoch from at) * 1000000)::bigint, log, entry) as id,
      at, bot_id, actor, action, detail
    from (${sql.join(nextOf, sql` union all `)}) as both_logs
    order by both_logs.at, nth, entry limit ${limit}`.execute(db);
  return rows;
}
