import { type Kysely, sql } from "kysely";

/** The color of a bot's chat window, `#rrggbb`; null: the window's own. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw("alter table bots add column accent text check (accent ~ '^#[0-9a-f]{6}$')")
    .execute(db);
}
