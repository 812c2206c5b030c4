import { type ClientBase, escapeIdentifier } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { BackupError } from "./backup-error.ts";
import type { BackupRecord, Manifest } from "./backup-record.ts";
import {
  type DescribedTable,
  describeTables,
  listTables,
  readCounters,
} from "./describe-tables.ts";

/** How a database is read. */
export interface DumpOptions {
  /** Which Meetbot reads it. */
  meetbot: string;
  /** The master keys, if the dump should include them. */
  masterKeys: string | null;
  /** Whether writers wait until the dump has read everything; otherwise nobody notices the dump. */
  holdsWriters?: boolean;
}

/** Makes the text of times and numbers independent of the server's settings, and lifts the statement time limits. */
export const plainText = `
  set local client_encoding = 'UTF8'; set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres'; set local extra_float_digits = 1; set local bytea_output = 'hex';
  set local statement_timeout = 0; set local lock_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`;

/**
 * Reads everything in a Meetbot database as of one moment, in one read-only transaction, while others keep writing. The
 * last record ends the backup. Throws a {@link BackupError} if there is nothing to back up, and otherwise PostgreSQL's
 * own error.
 */
export async function* dumpDatabase(
  client: ClientBase,
  { meetbot, masterKeys, holdsWriters = false }: DumpOptions,
): AsyncGenerator<BackupRecord> {
  const tables = await lockTables(client, holdsWriters);
  const about = await describe(client, tables);
  yield { type: "manifest", value: { ...about, meetbot, masterKeys } };
  let rows = 0;
  for (const table of tables) {
    yield { type: "table", value: table };
    const list = table.columns.map(escapeIdentifier).join(", ");
    const copy = client.query(copyTo(`copy ${escapeIdentifier(table.name)} (${list}) to stdout`));
    for await (const chunk of copy) yield { type: "rows", value: chunk as Buffer };
    yield { type: "tableEnd", value: { rows: copy.rowCount } };
    rows += copy.rowCount;
  }
  yield { type: "counters", value: { last: await readCounters(client) } };
  yield { type: "end", value: { tables: tables.length, rows } };
  await client.query("commit");
}

/**
 * Begins the transaction. No statement of it has read anything before the tables are locked, so it sees them as they
 * are, and no update changes them from then on.
 */
async function lockTables(client: ClientBase, holdsWriters: boolean): Promise<DescribedTable[]> {
  const names = await listTables(client);
  if (names.length === 0) throw nothingThere();
  await client.query(
    `begin isolation level repeatable read${holdsWriters ? "" : ", read only"}; ${plainText}`,
  );
  const all = ["kysely_migration", ...names].map(escapeIdentifier).join(", ");
  const mode = holdsWriters ? "share" : "access share";
  await client.query(`lock table ${all} in ${mode} mode`).catch((error: { code?: string }) => {
    // The table existed a moment ago: somebody is migrating the database.
    throw error.code === "42P01" ? changing() : error;
  });
  const tables = await describeTables(client);
  if (tables.length !== names.length) throw changing();
  return tables;
}

async function describe(client: ClientBase, tables: DescribedTable[]) {
  const sealed = tables.filter(({ columns }) => columns.includes("key_id"));
  const used = sealed.map(({ name }) => `select key_id from ${escapeIdentifier(name)}`);
  const { rows } = await client.query<Omit<Manifest, "takenAt" | "meetbot"> & { at: Date }>(`
    select now() as at, current_setting('server_version') as postgresql,
      (select array_agg(name::text order by name) from kysely_migration) as steps,
      (select coalesce(array_agg(distinct key_id), '{}') from (${used.join(" union ")}) as used) as "keyIds"`);
  const { at, ...about } = rows[0]!;
  return { ...about, takenAt: at.toISOString() };
}

function nothingThere(): BackupError {
  return new BackupError(
    "database_without_tables",
    "There is nothing to back up: the database has no tables of Meetbot's. Name the one that Meetbot runs on, in MEETBOT_DATABASE_URL or MEETBOT_DATA_DIR.",
  );
}

function changing(): BackupError {
  return new BackupError(
    "tables_changing",
    "The database is being brought up to date by a newer Meetbot at this moment. Run this again when that one is ready.",
  );
}
