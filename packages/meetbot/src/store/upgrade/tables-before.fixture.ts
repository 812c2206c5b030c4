import { CamelCasePlugin, Kysely } from "kysely";
import { createTestDatabase, openTestPool } from "../../../test/database.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { loadOlderSteps } from "./before-first-release.ts";
import { migrateTo } from "./migrate.ts";
import { MigrationDialect } from "./migration-dialect.ts";

/**
 * A database from before the first release, with the tables as they were before a step such as `0023`, or after the
 * last one; to be filled, and then opened.
 */
export async function createTablesBefore(step = "9999") {
  const database = await createTestDatabase();
  const db = openTables(database.url);
  const before = Object.keys(await loadOlderSteps()).filter((name) => name < step);
  await migrateTo(db, before.at(-1)!);
  return { database, db };
}

/** As the store opens a database that it brings up to date. */
export function openTables(url: string): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new MigrationDialect({ pool: openTestPool(url) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
