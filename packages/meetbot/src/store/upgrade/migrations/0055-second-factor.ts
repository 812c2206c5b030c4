import { type Kysely, sql } from "kysely";

/** How a session began: with a second factor, or by a one-time link. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table operator_sessions
      add column second_factor boolean not null default false,
      add column by_link boolean not null default false`.execute(db);
}
