import { CamelCasePlugin, type Dialect, Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** The tables as kysely knows them, in whatever way it reaches the database. */
export function openKysely(dialect: Dialect): Kysely<Tables> {
  // Names in JSON are ours, and stay as they are.
  return new Kysely({
    dialect,
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
