import { Client } from "pg";

/** Whatever makes up a schema, each in a line, so that two of them can be compared. */
export async function describeSchema(url: string): Promise<string[]> {
  const rows = await read<{ line: string }>(url, text);
  return rows.map(({ line }) => line);
}

/** How many rows each table has. */
export async function countRows(url: string): Promise<Map<string, number>> {
  const tables = await read<{ name: string }>(
    url,
    "select relname as name from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace",
  );
  const counts = tables.map(
    ({ name }) => `select '${name}' as name, count(*)::integer as rows from ${name}`,
  );
  const rows = await read<{ name: string; rows: number }>(url, counts.join(" union all "));
  return new Map(rows.map(({ name, rows: count }) => [name, count]));
}

async function read<Row extends object>(url: string, query: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(query).finally(() => client.end());
  return rows;
}

/**
 * In no order of columns: a column that was added later stands behind the others. Without the brackets of conditions,
 * of which a dump makes more or fewer.
 */
const text = `
  select line from (
    select format('column %s.%s %s%s default %s generated %s options %s %s', relname, attname,
      format_type(atttypid, atttypmod), case when attnotnull then ' not null' end,
      pg_get_expr(adbin, adrelid), nullif(attgenerated, ''), attstorage, attstattarget) as line
    from pg_attribute join pg_class on pg_class.oid = attrelid
      left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attnum > 0 and not attisdropped and relkind in ('r', 'p', 'v', 'm')
      and relnamespace = current_schema()::regnamespace
    union all
    select format('table %s %s %s %s', relname, relkind, relpersistence, reloptions)
    from pg_class where relnamespace = current_schema()::regnamespace and relkind <> 'i'
    union all
    select translate(format('index %s', indexdef), '()', '') from pg_indexes where schemaname = current_schema()
    union all
    select translate(format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)), '()', '')
    from pg_constraint where connamespace = current_schema()::regnamespace and contype <> 'n'
    union all
    select format('trigger %s', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
    union all
    select format('function %s', pg_get_functiondef(oid)) from pg_proc
    where pronamespace = current_schema()::regnamespace and prokind in ('f', 'p')
    union all
    select format('sequence %s %s %s', sequencename, data_type, increment_by) from pg_sequences
    where schemaname = current_schema()
  ) as lines order by line collate "C"`;
