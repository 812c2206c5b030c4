import { type Kysely, sql } from "kysely";

/**
 * When each secret of a bot was last seen in use: `name` is its fingerprint. Deliveries name theirs
 * too, but are forgotten after a week, and have no index by it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table sightings
      drop constraint sightings_kind_check,
      add constraint sightings_kind_check
        check (kind in ('page', 'identity', 'signature', 'conversation'))`.execute(db);
}
