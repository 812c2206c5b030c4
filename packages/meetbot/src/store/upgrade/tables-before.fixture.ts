import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { Kysely, PostgresDialect } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { Pool } from "pg";
import { createTestDatabase } from "../../../test/database.ts";

/** A database with the tables as they were before a migration, such as `0023`; to be filled, and then opened. */
export async function createTablesBefore(migration: string) {
  const database = await createTestDatabase();
  const pool = new Pool({ connectionString: database.url });
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) });
  const folder = new URL("migrations/", import.meta.url);
  const before = readdirSync(folder).filter((file) => file < migration);
  const steps: Record<string, Migration> = Object.fromEntries(
    await Promise.all(
      before.map(async (file) => [file.slice(0, -3), await import(new URL(file, folder).href)]),
    ),
  );
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps } });
  assert.equal((await migrator.migrateToLatest()).error, undefined);
  return { database, db };
}
