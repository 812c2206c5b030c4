import { type Kysely, sql } from "kysely";

/** Whether a bot offers its customers to be told first. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw("alter table bots add column news boolean not null default true").execute(db);
}
