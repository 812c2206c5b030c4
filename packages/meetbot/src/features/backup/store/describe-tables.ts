import type { ClientBase } from "pg";

/** A table, with the stored columns of its rows. */
export interface DescribedTable {
  name: string;
  columns: string[];
}

/**
 * Selects the tables that a backup includes. PostgreSQL itself empties unlogged tables after a crash, and Meetbot
 * handles the migration tables separately.
 */
const isKept = `
  relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and relpersistence = 'p'
  and relname not like 'kysely\\_migration%'`;

/** Returns the names of the tables that a backup includes. */
export async function listTables(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where ${isKept} order by relname`,
  );
  return rows.map(({ name }) => name);
}

/**
 * Returns those tables, each after the tables that its rows refer to. Throws if they refer to one another in a circle.
 */
export async function describeTables(client: ClientBase): Promise<DescribedTable[]> {
  const { rows } = await client.query<DescribedTable & { refersTo: string[] }>(`
    select relname as name,
      (select array_agg(attname::text order by attnum) from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
      ) as columns,
      (select coalesce(array_agg(distinct confrelid::regclass::text), '{}') from pg_constraint
        where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid
      ) as "refersTo"
    from pg_class where ${isKept} order by relname`);
  const ordered: DescribedTable[] = [];
  const left = new Map(rows.map((table) => [table.name, table]));
  while (left.size > 0) {
    const free = [...left.values()].filter((one) => !one.refersTo.some((name) => left.has(name)));
    if (free.length === 0) throw new Error("Tables refer to one another in a circle.");
    for (const { name, columns } of free) {
      ordered.push({ name, columns });
      left.delete(name);
    }
  }
  return ordered;
}

/** Returns the last value of each sequence in the database; `null` when it has issued none. */
export async function readCounters(client: ClientBase): Promise<Record<string, string | null>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = current_schema()`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}
