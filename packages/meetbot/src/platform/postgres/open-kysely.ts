import { CamelCasePlugin, type Dialect, Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Opens kysely with the types of the tables, for any dialect. */
export function openKysely(dialect: Dialect): Kysely<Tables> {
  // Names in JSON are ours, and stay as they are.
  return new Kysely({
    dialect,
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
