import { randomBytes } from "node:crypto";
import type { EmbeddedDatabase } from "@meetbot/embedded-postgres/start-embedded.ts";
import pg from "pg";

/** A database of one test's own. */
export interface TestDatabase {
  /** For pg, as `connectionString`. */
  url: string;
  /** Deletes it; connections that are still open are closed by the server. */
  drop(): Promise<void>;
}

/** PostgreSQL's own template. */
const emptyDatabase = "template1";

/** Makes an empty database on the server of this test run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url } = await findServer();
  return createOn(url, emptyDatabase);
}

/**
 * Creates a database that has its tables already, as a copy takes a third of the time of all migrations. On a server
 * that the run brings, the database is empty, and the code that opens it migrates it.
 */
export async function createMigratedDatabase(): Promise<TestDatabase> {
  const { url, migrated = emptyDatabase } = await findServer();
  return createOn(url, migrated);
}

async function createOn(serverUrl: string, template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  // Copying files takes half the time of copying pages through the log, and needs no log.
  await runOn(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return {
    url: url.href,
    drop: () => runOn(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

/**
 * Opens connections to a test's database. `end()` resolves before the server has closed them: dropping the database
 * then ends one with an error, which is of no interest. `openPool` of the product leaves it out too.
 */
export function openTestPool(url: string): pg.Pool {
  return new pg.Pool({ connectionString: url }).on("error", () => {});
}

/** The server that the run brings, else its own, which the first test that asks for it starts. */
async function findServer(): Promise<{ url: string; migrated?: string }> {
  const { MEETBOT_TEST_DATABASE_URL: brought, MEETBOT_TEST_DATABASE_DIR: dataDir } = process.env;
  if (brought) return { url: brought };
  if (!dataDir) {
    throw new Error("This test needs PostgreSQL: run it with `npm test -- <file>`.");
  }
  ownServer ??= joinOwnServer(dataDir);
  return ownServer;
}

async function joinOwnServer(dataDir: string) {
  // Only when asked for: it loads much of what starts databases.
  const { joinRunServer } = await import("./run-server.ts");
  const { connection, migrated } = await joinRunServer(dataDir);
  return { url: toUrl(connection), migrated };
}

let ownServer: ReturnType<typeof joinOwnServer> | undefined;

/** One URL for a connection. pg prefers the host of the query, which can name a socket's folder. */
export function toUrl({ host, port, user, password, database }: EmbeddedDatabase["connection"]) {
  const query = new URLSearchParams({ host, port: String(port) });
  return `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?${query}`;
}

async function runOn(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
