import { type Kysely, sql } from "kysely";

/** When people of a bot's shop answer; null: it is not told. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      "alter table bots add column office_hours jsonb check (jsonb_typeof(office_hours) = 'object')",
    )
    .execute(db);
}
