import { PostgresAdapter, PostgresDialect } from "kysely";

/**
 * PostgreSQL as kysely speaks to it, without the lock that kysely's migrations take: it is a session's, and would stay
 * behind in a session of a pooler's, where it stops every later start. `migrate` takes one of its own.
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
