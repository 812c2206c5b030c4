import { CamelCasePlugin, Kysely } from "kysely";
import { type ClientBase, escapeIdentifier } from "pg";
import type { Tables } from "../../../platform/postgres/tables.ts";
import type { KeyRing } from "../../../secrets/key-ring.ts";
import { checkKeyRing } from "../../../store/reseal/key-use.ts";
import { migrate, migrateTo } from "../../../store/upgrade/migrate.ts";
import { MigrationDialect } from "../../../store/upgrade/migration-dialect.ts";
import { BackupError } from "./backup-error.ts";
import type { Manifest } from "./backup-record.ts";
import { listTables } from "./describe-tables.ts";
import { plainText } from "./dump-database.ts";
import { type FillRules, fillTables, type Records } from "./fill-tables.ts";
import { recordBackup } from "./record-backup.ts";
import { type SettledRestore, settleRestored } from "./settle-restored.ts";

export interface LoadOptions {
  /** Opens the backup's sealed values; `null` to skip this check. */
  keyRing: KeyRing | null;
  /** Whether the data moves here: nothing has run on it since the backup, so this node sends what waits. */
  isMoved: boolean;
  /** The name of the backup file, for the operators' log; if absent, the restore is not logged. */
  fileName?: string;
  /** Runs before the loaded data is committed. */
  beforeCommit?(): Promise<void>;
}

/** What was restored; `settled` is null if the data moved. */
export interface Loaded {
  tables: number;
  rows: number;
  settled: SettledRestore | null;
}

/**
 * Fills an empty database from a backup in one transaction: restores the tables as they were, then upgrades them.
 * Throws a {@link BackupError} if the database is not empty or the backup is damaged, a `SealError` if a master key is
 * missing, and otherwise PostgreSQL's own error; the database then stays empty.
 */
export async function loadDatabase(
  client: ClientBase,
  manifest: Manifest,
  records: Records,
  { keyRing, isMoved, fileName, beforeCommit }: LoadOptions,
): Promise<Loaded> {
  const db = new Kysely<Tables>({
    dialect: new MigrationDialect({ pool: poolOf(client) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return db.transaction().execute(async (transaction) => {
    await client.query(plainText);
    await refuseTables(client);
    await migrateTo(transaction, manifest.steps.at(-1)!);
    const loaded = await fillTables(client, records, emptied);
    await migrate(transaction);
    if (keyRing) await checkKeyRing(client, keyRing);
    const settled = isMoved ? null : await settleRestored(client);
    if (fileName !== undefined) {
      const { takenAt, steps } = manifest;
      const entry = { name: fileName, takenAt, step: steps.at(-1)! };
      await recordBackup(client, "backup_restored", entry);
    }
    const names = (await listTables(client)).map(escapeIdentifier);
    await client.query(`analyze ${names.join(", ")}`);
    await beforeCommit?.();
    return { ...loaded, settled };
  });
}

/** A pool with one connection, so that COPY runs in the same transaction. */
function poolOf(client: ClientBase) {
  const one = { query: client.query.bind(client), release: () => {} };
  return { options: {}, connect: async () => one, end: async () => {} };
}

async function refuseTables(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
    order by relname limit 1`);
  if (rows.length === 0) return;
  throw new BackupError(
    "database_not_empty",
    `The database is not empty: it has ${rows[0]?.name}. A backup is restored into an empty one only, so that nothing is overwritten: name a new folder in MEETBOT_DATA_DIR, or in MEETBOT_DATABASE_URL a database that was just made (create database …). Nothing was changed.`,
  );
}

/** The database contains only what migrations inserted, which the backup contains too. */
const emptied: FillRules = {
  async beforeTable(client, name) {
    await client.query(`delete from ${escapeIdentifier(name)}`);
  },
  setCounters,
};

async function setCounters(client: ClientBase, last: Record<string, string | null>): Promise<void> {
  for (const [name, value] of Object.entries(last)) {
    if (value === null) continue;
    await client.query("select setval($1::regclass, $2::bigint)", [escapeIdentifier(name), value]);
  }
}
