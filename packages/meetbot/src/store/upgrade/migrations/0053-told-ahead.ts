import { type Kysely, sql } from "kysely";

/** `told_ahead`: that something went wrong was told because the shop's answer was further than its push. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table parcel_progress
    add column told_ahead boolean not null default false`.execute(db);
}
