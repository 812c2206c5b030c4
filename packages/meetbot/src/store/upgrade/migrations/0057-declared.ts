import { type Kysely, sql } from "kysely";

/** What a bot's webhook declared in its last successful test, and at which URL. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table bots add column declared jsonb`.execute(db);
}
