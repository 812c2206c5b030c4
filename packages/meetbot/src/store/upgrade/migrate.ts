import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { type Kysely, sql } from "kysely";
import { type Migration, type MigrationResultSet, Migrator } from "kysely/migration";
import type { StoreLog } from "../../platform/postgres/store-log.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { adoptBaseline, isBeforeFirstRelease, loadOlderSteps } from "./before-first-release.ts";
import * as baseline from "./migrations/0001-baseline.ts";

/** In order of their names; one that was released is never changed again. */
const migrations: Record<string, Migration> = {
  "0001-baseline": baseline,
};

/** The steps that upgrade a database to this version, in order. */
export const steps: readonly string[] = Object.keys(migrations);

/** A newer Meetbot migrated the database; this version would misread its data. */
export class DatabaseNewerError extends Error {
  override name = "DatabaseNewerError";
  readonly code = "database_newer";

  constructor(step: string) {
    super(
      `The database belongs to a newer Meetbot than this one: its tables have the step ${step}, which this version does not know. Start the newer version here too. To go back to this one, restore the backup from before the update into an empty database (meetbot restore).`,
    );
  }
}

/** Another session holds a lock on a table and does not release it: a backup, or a query by hand. */
export class TablesInUseError extends Error {
  override name = "TablesInUseError";
  readonly code = "tables_in_use";

  constructor(options: ErrorOptions) {
    super(
      "The database was not brought up to date: for minutes another session has had a table in hand, such as a backup (meetbot backup, pg_dump) or a transaction that nobody ended. Nothing was changed. Let it end, or find it in pg_stat_activity, and start again.",
      options,
    );
  }
}

/**
 * While a step waits for a table, later requests for the table queue behind it: so the step gives up and tries again.
 * This is sooner than PostgreSQL looks for deadlocks (1 s), which would end a running turn.
 */
const lockWaitMs = 500;
const lockPauseMs = 1_000;
const lockTries = 300;
/** `lock_not_available`, `deadlock_detected`, `query_canceled` (by the time limit). */
const gaveWay = ["55P03", "40P01", "57014"];

/**
 * PostgreSQL ends a session that has been in a deadlock for a second. A session that waits for an update is never in
 * one: the update locks all tables in less time, and waits for nobody afterwards.
 */
const lockAllMs = 800;

/** How often a long update reports its progress. */
const tellEveryMs = 1_000;

/**
 * Brings the database to this version's tables. Nodes that start at the same time wait for one another; customers of
 * running nodes hardly wait for a table. Throws a {@link DatabaseNewerError} if a newer Meetbot has upgraded the
 * database, a {@link TablesInUseError} if it cannot lock a table for minutes, and otherwise PostgreSQL's own error.
 */
export async function migrate(db: Kysely<Tables>, log?: StoreLog): Promise<void> {
  for (let nth = 1; ; nth++) {
    try {
      return await inLock(db, (transaction) => takeAllSteps(transaction, createProgress(log)));
    } catch (error) {
      const isLocked = gaveWay.includes((error as { code?: string }).code ?? "");
      if (isLocked && !db.isTransaction && nth < lockTries) {
        await setTimeout(lockPauseMs);
        continue;
      }
      if (isLocked) throw new TablesInUseError({ cause: error });
      const { unknown } = await compareSteps(await readTaken(db).catch(() => []));
      throw unknown[0] ? new DatabaseNewerError(unknown[0]) : error;
    }
  }
}

/**
 * Migrates an empty database to the tables as of a step, to match a backup from that time. Throws PostgreSQL's errors.
 */
export async function migrateTo(db: Kysely<Tables>, step: string): Promise<void> {
  const provided = steps.includes(step) ? migrations : await loadOlderSteps();
  await inLock(db, (transaction) =>
    take(transaction, provided, (migrator) => migrator.migrateTo(step)),
  );
}

/** An arbitrary number that nothing else locks in a Meetbot database. */
const upgradeLock = 3_853_314_791_062;

/**
 * All or nothing, in one transaction, with a lock that ends with it: behind a pooler the next transaction may be
 * another session's. `db`: of a `MigrationDialect`.
 */
function inLock(
  db: Kysely<Tables>,
  work: (transaction: Kysely<Tables>) => Promise<void>,
): Promise<void> {
  const lockAndWork = async (transaction: Kysely<Tables>) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(upgradeLock)})`.execute(transaction);
    await sql`set local lock_timeout = ${sql.lit(lockWaitMs)}`.execute(transaction);
    await work(transaction);
  };
  return db.isTransaction ? lockAndWork(db) : db.transaction().execute(lockAndWork);
}

/** A database from before the first release first takes its own remaining steps, and is then at the baseline. */
async function takeAllSteps(transaction: Kysely<Tables>, onStep: OnStep): Promise<void> {
  const taken = await readTaken(transaction);
  // kysely reads the columns of all tables before it reports that no step is left.
  if (isDeepStrictEqual(taken, steps)) return;
  await lockTables(transaction);
  const toLatest = (migrator: Migrator) => migrator.migrateToLatest();
  if (isBeforeFirstRelease(taken)) {
    await take(transaction, following(await loadOlderSteps(), onStep), toLatest);
    await adoptBaseline(transaction);
  }
  await take(transaction, following(migrations, onStep), toLatest);
}

async function take(
  transaction: Kysely<Tables>,
  provided: Record<string, Migration>,
  how: (migrator: Migrator) => Promise<MigrationResultSet>,
): Promise<void> {
  // Otherwise kysely mistakes a table of the same name in another schema for this one.
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(
    transaction,
  );
  const migrationTableSchema = rows[0]?.name;
  const migrator = new Migrator({
    db: transaction,
    provider: { getMigrations: async () => provided },
    ...(migrationTableSchema && { migrationTableSchema }),
  });
  const { error } = await how(migrator);
  if (error) throw error;
}

/**
 * Locks all of our tables at once, in the order in which turns lock theirs: queries that arrive meanwhile wait without
 * holding any lock.
 */
async function lockTables(transaction: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ names: string | null }>`
    select string_agg(quote_ident(relname), ', ' order by relname <> 'conversations', relname) as names
    from pg_class
    where relkind = 'r' and relnamespace = to_regnamespace(quote_ident(current_schema()))
      and pg_has_role(relowner, 'usage')`.execute(transaction);
  const names = rows[0]?.names;
  if (!names) return;
  await sql`set local statement_timeout = ${sql.lit(lockAllMs)}`.execute(transaction);
  await sql`lock table ${sql.raw(names)}`.execute(transaction);
  await sql`set local statement_timeout = default`.execute(transaction);
}

/** Called before each step: which one it is. */
type OnStep = (step: string) => void;

/** Wraps the steps so that each reports its position before it runs. */
function following(all: Record<string, Migration>, onStep: OnStep): Record<string, Migration> {
  const entries = Object.entries(all);
  return Object.fromEntries(
    entries.map(([name, step], nth) => [
      name,
      {
        async up(db) {
          onStep(`${nth + 1} of ${entries.length} (${name})`);
          await step.up(db);
        },
      },
    ]),
  );
}

/** Returns a callback that logs the progress of a long update. */
function createProgress(log?: StoreLog): OnStep {
  let toldAt = performance.now();
  return (step) => {
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    log?.info?.({ step }, "The database is brought up to date: customers wait until it is done");
  };
}

/** The steps that the tables in the current schema have had, in their order. */
async function readTaken(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ isThere: boolean }>`
    select to_regclass(quote_ident(current_schema()) || '.kysely_migration') is not null as "isThere"`.execute(
    db,
  );
  if (!rows[0]?.isThere) return [];
  const taken = await sql<{ name: string }>`
    select name from kysely_migration order by timestamp, name`.execute(db);
  return taken.rows.map(({ name }) => name);
}

/**
 * Returns which steps a database or a backup still has to take, and which of those taken this version does not know.
 */
export async function compareSteps(
  taken: readonly string[],
): Promise<{ pending: string[]; unknown: string[] }> {
  const older = isBeforeFirstRelease(taken) ? Object.keys(await loadOlderSteps()) : null;
  const known = older ?? steps;
  return {
    pending: [...known, ...(older ? steps : [])].filter((step) => !taken.includes(step)),
    unknown: taken.filter((step) => !known.includes(step)).sort(),
  };
}
