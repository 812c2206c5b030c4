import { type Kysely, sql } from "kysely";

/** Finds the lookups of the last hour without reading all that was ever recorded of a bot. */
export async function up(db: Kysely<never>): Promise<void> {
  const actions = "'query_sent', 'conformance_started'";
  await sql
    .raw(`create index audit_look_ups on audit (bot_id, at) where action in (${actions})`)
    .execute(db);
}
