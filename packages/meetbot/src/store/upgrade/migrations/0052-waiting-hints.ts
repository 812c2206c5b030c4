import { type Kysely, sql } from "kysely";

/** By it is counted, for each bot, what waits until its shop says which order a parcel is of. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(waiting).execute(db);
}

const waiting = `
  create index pushes_unresolved_of on pushes (bot_id) where resolve_at is not null`;
