import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import type { Tables } from "../../platform/postgres/tables.ts";
import { parts } from "./migrations/0001-baseline.ts";

// Some databases date from before Meetbot's first release. One data file holds the steps that upgrade them; it is read
// only when such a database or a backup of one is found. After all of these steps a database has the tables of the
// baseline.

const firstStep = "0001-mailbox";
const baseline = "0001-baseline";

/** Checks whether a database or backup with these migration steps predates the first release. */
export function isBeforeFirstRelease(taken: readonly string[]): boolean {
  return taken.includes(firstStep);
}

/** The steps before the first release, in order of their names. */
export async function loadOlderSteps(): Promise<Record<string, Migration>> {
  const { default: texts } = await import("./before-first-release.json", {
    with: { type: "json" },
  });
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      { up: async (db) => void (await sql.raw(text).execute(db)) },
    ]),
  );
}

/** A database from before the first release lacks what its steps created: somebody changed its tables by hand. */
export class TablesChangedError extends Error {
  override name = "TablesChangedError";
  readonly code = "tables_changed";

  constructor(missing: readonly string[]) {
    super(
      `The database was not brought up to date: it lacks ${missing.join(", ")}, which its own steps made, so somebody has changed its tables by hand. Nothing was changed. Add what is missing, or restore a backup into an empty database (meetbot restore).`,
    );
  }
}

/**
 * Records that a database which has taken all older steps is at the baseline. Throws a {@link TablesChangedError} if it
 * lacks a column.
 */
export async function adoptBaseline(transaction: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname || '.' || attname as name from pg_attribute join pg_class on pg_class.oid = attrelid
    where relkind = 'r' and relnamespace = current_schema()::regnamespace
      and attnum > 0 and not attisdropped`.execute(transaction);
  const there = new Set(rows.map(({ name }) => name));
  const missing = columnsOf(parts).filter((name) => !there.has(name));
  if (missing.length > 0) throw new TablesChangedError(missing);
  await sql`delete from kysely_migration`.execute(transaction);
  await sql`
    insert into kysely_migration (name, timestamp)
    values (${baseline}, ${new Date().toISOString()})`.execute(transaction);
}

/** Returns the columns that the statements create, as `table.column`. Each column must be on a line of its own. */
export function columnsOf(statements: readonly string[]): string[] {
  const columns: string[] = [];
  let table: string | undefined;
  for (const line of statements.flatMap((text) => text.split("\n"))) {
    table = line.startsWith(")") ? undefined : (tableLine.exec(line)?.[1] ?? table);
    const [, word] = columnLine.exec(line) ?? [];
    if (table && word && !rules.includes(word)) columns.push(`${table}.${word}`);
  }
  return columns;
}

const tableLine = /^create (?:unlogged )?table (\w+) \($/;
const columnLine = /^ {2}(\w+) /;
const rules = ["primary", "foreign", "unique", "check", "constraint"];
