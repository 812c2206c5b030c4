import { type Kysely, sql } from "kysely";

/**
 * How a bot's endpoint is doing. It fails since then; nothing is asked any more since then, and why.
 * Another endpoint begins anew.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw(`
      alter table bots
        add column failing_since timestamptz,
        add column times_failed integer not null default 0,
        add column stopped_at timestamptz,
        add column stopped_for text check (stopped_for in ('gone', 'failing')),
        add check ((stopped_at is null) = (stopped_for is null))`)
    .execute(db);
}
