import { PostgresAdapter, PostgresDialect } from "kysely";

/**
 * Kysely's PostgreSQL dialect without the lock that kysely's migrations take: that lock belongs to a session, and would
 * remain in a pooler's session, where it blocks every later start. `migrate` takes its own lock.
 */
export class MigrationDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new MigrationAdapter();
  }
}

class MigrationAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
