import type { DatabaseSync } from "node:sqlite";

/** Does all of it or nothing: what throws leaves the database as it was. */
export function inTransaction<Result>(database: DatabaseSync, change: () => Result): Result {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = change();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}
