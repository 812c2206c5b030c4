import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPassword } from "@meetbot/embedded-postgres/cluster/passwords.ts";
import { discardDatabase } from "@meetbot/embedded-postgres/discard-database.ts";
import { type EmbeddedDatabase, startEmbedded } from "@meetbot/embedded-postgres/start-embedded.ts";
import pg from "pg";
import { toUrl } from "./database.ts";

/** Starts one PostgreSQL for the whole run; the processes of the tests inherit where it is. */
export async function globalSetup(): Promise<void> {
  if (process.env.MEETBOT_TEST_DATABASE_URL) return; // the run brings its own server
  const dataDir = await mkdtemp(join(tmpdir(), "meetbot-test-"));
  // Not as a teardown: Ctrl-C ends the run without one.
  process.once("exit", () => discardDatabase(dataDir));
  const database = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
  await prepareForTests(dataDir, database);
  process.env.MEETBOT_TEST_DATABASE_URL = toUrl(database.connection);
}

/**
 * Each test makes a database. And no test's data is to outlive the machine: without waiting for
 * the disk at each commit, the tests are as fast as the code. For this server only.
 */
async function prepareForTests(dataDir: string, { connection }: EmbeddedDatabase): Promise<void> {
  const superuser = new pg.Client({
    ...connection,
    user: "postgres",
    password: await readPassword(join(dataDir, "postgres"), "postgres"),
    database: "postgres",
  });
  await superuser.connect();
  await superuser.query("alter role meetbot createdb");
  await superuser.query("alter system set fsync = off");
  // Its workers belong to the superuser: a database in which one is busy cannot be dropped by others.
  await superuser.query("alter system set autovacuum = off");
  await superuser.query("select pg_reload_conf()");
  await superuser.end();
}
