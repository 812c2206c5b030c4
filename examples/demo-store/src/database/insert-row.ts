import type { DatabaseSync } from "node:sqlite";

/** A row by its columns. */
export type Row = Record<string, string | number | null>;

/** Adds a row. The names of table and columns are the caller's own, never a visitor's. */
export function insertRow(database: DatabaseSync, table: string, row: Row): void {
  const columns = Object.keys(row);
  const places = columns.map(() => "?");
  database
    .prepare(`INSERT INTO ${table} (${columns}) VALUES (${places})`)
    .run(...Object.values(row));
}
