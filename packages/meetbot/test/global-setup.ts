import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { readPassword } from "../src/store/embedded/passwords.ts";
import { type EmbeddedDatabase, startEmbedded } from "../src/store/embedded/start-embedded.ts";
import { toUrl } from "./database.ts";

/** Ending takes a server some milliseconds; a run is not to hang on what is left of one. */
const discardTimeoutMs = 5_000;

/** Starts one PostgreSQL for the whole run; the processes of the tests inherit where it is. */
export async function globalSetup(): Promise<void> {
  if (process.env.MEETBOT_TEST_DATABASE_URL) return; // the run brings its own server
  const dataDir = await mkdtemp(join(tmpdir(), "meetbot-test-"));
  // Not in a teardown: Ctrl-C ends the run without one, and exit handlers cannot wait.
  process.once("exit", () => discard(dataDir));
  const database = await startEmbedded({ dataDir, log: { info() {}, warn() {} } });
  await prepareForTests(dataDir, database);
  process.env.MEETBOT_TEST_DATABASE_URL = toUrl(database.connection);
}

/**
 * Each test makes a database. And nothing here is to outlive the machine: without waiting for the
 * disk at each commit the tests measure the code, not the disk.
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
  await superuser.query("select pg_reload_conf()");
  await superuser.end();
}

/** Ends the server at once, without saving anything (SIGQUIT), and deletes its folder. */
function discard(dataDir: string): void {
  try {
    const file = readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8");
    process.kill(Number.parseInt(file, 10), "SIGQUIT");
  } catch {
    // It has not started or has ended by itself.
  }
  // A server that is ending deletes files too, and rmSync gives up when one is gone before it.
  const deadline = Date.now() + discardTimeoutMs;
  while (existsSync(dataDir) && Date.now() < deadline) {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
