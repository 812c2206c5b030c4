import { type Kysely, sql } from "kysely";

/**
 * A third kind of secret, with which the shop signs what it pushes, and when one was last seen in use.
 * Bots that are there have none yet: their first rotation makes it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table bot_secrets
      drop constraint bot_secrets_kind_check,
      add constraint bot_secrets_kind_check
        check (kind in ('signing', 'identity', 'push'))`.execute(db);
  await sql`
    alter table sightings
      drop constraint sightings_kind_check,
      add constraint sightings_kind_check
        check (kind in ('page', 'identity', 'signature', 'push', 'conversation'))`.execute(db);
}
