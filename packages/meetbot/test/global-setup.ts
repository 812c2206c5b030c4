import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { passwordFile } from "../src/store/embedded/cluster.ts";
import { type EmbeddedDatabase, startEmbedded } from "../src/store/embedded/start-embedded.ts";
import { toUrl } from "./database.ts";

let stopDatabase = async () => {};

/** Starts one PostgreSQL for the whole run; the processes of the tests inherit where it is. */
export async function globalSetup(): Promise<void> {
  if (process.env.MEETBOT_TEST_DATABASE_URL) return; // the run brings its own server
  const dataDir = await mkdtemp(join(tmpdir(), "meetbot-test-"));
  const log = { info() {}, warn() {} };
  const database = await startEmbedded({ dataDir, log });
  stopDatabase = async () => {
    stopDatabase = async () => {};
    await database.stop();
    await rm(dataDir, { recursive: true });
  };
  await prepareForTests(dataDir, database);
  process.env.MEETBOT_TEST_DATABASE_URL = toUrl(database.connection);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => stopDatabase().finally(() => process.kill(process.pid, signal)));
  }
}

export async function globalTeardown(): Promise<void> {
  await stopDatabase();
}

/**
 * Each test makes a database. And nothing here is to outlive the machine: without waiting for the
 * disk at each commit the tests measure the code, not the disk.
 */
async function prepareForTests(dataDir: string, { connection }: EmbeddedDatabase): Promise<void> {
  const superuser = new pg.Client({
    ...connection,
    user: "postgres",
    password: await readFile(passwordFile(join(dataDir, "postgres"), "postgres"), "utf8"),
    database: "postgres",
  });
  await superuser.connect();
  await superuser.query("alter role meetbot createdb");
  await superuser.query("alter system set fsync = off");
  await superuser.query("select pg_reload_conf()");
  await superuser.end();
}
