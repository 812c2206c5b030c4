import { type Kysely, sql } from "kysely";

/**
 * Who made a one-time link: it goes with them, and with their right to make it. Links of the command
 * line and the first start are nobody's.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      "alter table one_time_links add column creator_id text references operators on delete cascade",
    )
    .execute(db);
}
