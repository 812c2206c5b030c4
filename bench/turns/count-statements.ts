import pg from "pg";
import type { OwnDatabase } from "../../packages/meetbot/test/fixtures/own-database.ts";

/** What nodes have asked of their database so far. */
export interface DatabaseCounts {
  statements: number;
  commits: number;
  walBytes: number;
}

/**
 * Restarts a server so that it counts statements; nobody is connected to it yet. The first change of a page after a checkpoint
 * writes the whole page ahead, whichever checkout changes it: without that, equal work writes equal amounts.
 */
export async function countStatements(database: OwnDatabase): Promise<void> {
  await ask(database, "alter system set shared_preload_libraries = pg_stat_statements");
  await ask(database, "alter system set full_page_writes = off");
  await database.stop();
  await database.start();
  await ask(database, "create extension pg_stat_statements");
}

/** Returns the database's counts for an exercise, which begins with new connections. */
export async function countsOf(
  database: OwnDatabase,
  exercise: () => Promise<unknown>,
): Promise<DatabaseCounts> {
  const before = await readCounts(database);
  await exercise();
  const after = await readCounts(database);
  return {
    statements: after.statements - before.statements,
    commits: after.commits - before.commits,
    walBytes: after.walBytes - before.walBytes,
  };
}

/** PostgreSQL's processes tell their commits up to ten seconds late, and all of them when they end: nodes have them ended. */
async function readCounts(database: OwnDatabase): Promise<DatabaseCounts> {
  await ask(
    database,
    `select pg_terminate_backend(pid, 10000) from pg_stat_activity
     where datname = 'meetbot' and backend_type = 'client backend'`,
  );
  const [row] = await ask(
    database,
    `select (select sum(calls) from pg_stat_statements where dbid = oid) as statements,
       (select xact_commit from pg_stat_database where datid = oid) as commits,
       pg_current_wal_lsn() - '0/0' as wal
     from pg_database where datname = 'meetbot'`,
  );
  const { statements, commits, wal } = row!;
  return { statements: Number(statements), commits: Number(commits), walBytes: Number(wal) };
}

async function ask({ superuserUrl }: OwnDatabase, statement: string) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, string>>(statement)).rows;
  } finally {
    await client.end();
  }
}
