import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readPassword } from "@meetbot/embedded-postgres/cluster/passwords.ts";
import { type EmbeddedDatabase, startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Tables } from "../src/platform/postgres/tables.ts";
import { migrate } from "../src/store/upgrade/migrate.ts";

type Connection = EmbeddedDatabase["connection"];

/** The database from which those of stores are copied. */
const migrated = "migrated";

/**
 * Where the run's PostgreSQL is. The first process that asks starts it and makes it ready; it
 * outlives that one, and goes with the run, which discards its folder.
 */
export async function joinRunServer(
  dataDir: string,
): Promise<{ connection: Connection; migrated: string }> {
  const known = join(dataDir, "connection.json");
  const text = await readFile(known, "utf8").catch(() => null);
  if (text) return { connection: JSON.parse(text), migrated };
  const { connection } = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
  await asSuperuser(dataDir, connection, async (superuser) => {
    await superuser.query("select pg_advisory_lock(0)"); // processes that ask at once
    await speedUp(superuser, connection);
    const named = "select from pg_database where datname = $1";
    const { rows } = await superuser.query(named, [migrated]);
    if (rows.length === 0) await makeMigrated(superuser, connection);
  });
  const aside = `${known}.${process.pid}`;
  await writeFile(aside, JSON.stringify(connection), { mode: 0o600 });
  await rename(aside, known);
  return { connection, migrated };
}

async function asSuperuser(
  dataDir: string,
  connection: Connection,
  use: (superuser: pg.Client) => Promise<void>,
): Promise<void> {
  const superuser = new pg.Client({
    ...connection,
    user: "postgres",
    password: await readPassword(join(dataDir, "postgres"), "postgres"),
    database: "postgres",
  });
  await superuser.connect();
  await use(superuser).finally(() => superuser.end());
}

/**
 * Each test makes a database and connects some ten times. No test's data is to outlive the machine, and nobody
 * guesses its password: without waiting for the disk at each commit and without hashing the password 4096 times
 * at each connection, the tests are as fast as the code. For this server only.
 */
async function speedUp(superuser: pg.Client, { user, password }: Connection): Promise<void> {
  await superuser.query("set scram_iterations = 1");
  await superuser.query(`alter role ${user} password ${superuser.escapeLiteral(password)}`);
  await superuser.query("alter role meetbot createdb");
  await superuser.query("alter system set fsync = off");
  await superuser.query("alter system set full_page_writes = off");
  // All of it may be in memory.
  await superuser.query("alter system set max_wal_size = '256MB'");
  // Its workers belong to the superuser: a database in which one is busy cannot be dropped by others.
  await superuser.query("alter system set autovacuum = off");
  await superuser.query("select pg_reload_conf()");
}

async function makeMigrated(superuser: pg.Client, connection: Connection): Promise<void> {
  await superuser.query(`create database ${migrated} owner ${connection.user}`);
  const pool = new pg.Pool({ ...connection, database: migrated });
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  await migrate(db).finally(() => db.destroy());
}
