import { randomBytes } from "node:crypto";
import type { EmbeddedDatabase } from "@meetbot/embedded-postgres/start-embedded.ts";
import pg from "pg";

/** A database of one test's own, empty at first. */
export interface TestDatabase {
  /** For pg, as `connectionString`. */
  url: string;
  /** Deletes it; connections that are still open are closed by the server. */
  drop(): Promise<void>;
}

/** Makes an empty database on the server of this test run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = process.env.MEETBOT_TEST_DATABASE_URL;
  if (!serverUrl) {
    throw new Error(
      "This test needs PostgreSQL, which the test run starts: run it with `npm test -- <file>`.",
    );
  }
  const name = `test_${randomBytes(8).toString("hex")}`;
  await runOn(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return {
    url: url.href,
    drop: () => runOn(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

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
