import { type Kysely, sql } from "kysely";

/** How a bot's shop numbers its orders; null: in no way that was told. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql
    .raw(
      "alter table bots add column order_number_format jsonb check (jsonb_typeof(order_number_format) = 'object')",
    )
    .execute(db);
}
