import { type Kysely, sql } from "kysely";

/** `is_read`: the customer read this status on the screen when they asked to be kept posted, and no push has moved it since. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table parcel_progress
    add column is_read boolean not null default false`.execute(db);
}
