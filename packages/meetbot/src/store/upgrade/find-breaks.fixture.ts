import type { ClientBase } from "pg";

/** What of a schema a node counts on. */
export interface SchemaFacts {
  tables: Map<string, { file: string }>;
  columns: Map<string, { type: string; notNull: boolean; fills: boolean }>;
  /** Checks, keys and references, and indexes that allow a value once, with the columns that they are about. */
  rules: Map<string, { table: string; columns: string[]; text: string; isUnique: boolean }>;
  indexes: Map<string, { table: string }>;
  /** By name and arguments. */
  functions: Set<string>;
  /** By which a table that is called otherwise now is found by its old name. */
  views: Set<string>;
}

/** Where rows are counted by messages: to build an index on one of these takes minutes, and nobody writes meanwhile. */
export const largeTables = [
  ...["messages", "conversations", "deliveries", "audit", "outboxes", "sightings", "attempts"],
  ...["pushes", "notifications", "subscriptions", "outbound_failures", "conversation_numbers"],
];

/** Reads a schema from PostgreSQL's own catalog, however a step wrote it. */
export async function readFacts(client: ClientBase): Promise<SchemaFacts> {
  const read = async <Row extends object>(text: string) => (await client.query<Row>(text)).rows;
  const here = "relnamespace = current_schema()::regnamespace";
  const tables = await read<{ name: string; file: string }>(
    `select relname as name, relfilenode::text as file from pg_class where relkind = 'r' and ${here}`,
  );
  const columns = await read<{ name: string; type: string; notNull: boolean; fills: boolean }>(
    `select relname || '.' || attname as name, format_type(atttypid, atttypmod) as type,
       attnotnull as "notNull", (atthasdef or attidentity <> '' or attgenerated <> '') as fills
     from pg_attribute join pg_class on pg_class.oid = attrelid
     where relkind in ('r', 'v') and ${here} and attnum > 0 and not attisdropped`,
  );
  const named = (keys: string, relation: string) => `
    array(select attname::text from pg_attribute where attrelid = ${relation} and attnum = any(${keys}))`;
  const rules = await read<{ name: string } & RuleFacts>(
    `select relname || '.' || conname as name, relname as table, pg_get_constraintdef(c.oid) as text,
       contype in ('p', 'u') as "isUnique", ${named("conkey", "conrelid")} as columns
     from pg_constraint as c join pg_class on pg_class.oid = conrelid
     where ${here} and contype <> 'n'
     union all
     select relname || '.' || indexrelid::regclass, relname, pg_get_indexdef(indexrelid), true,
       ${named("indkey::smallint[]", "indrelid")}
     from pg_index join pg_class on pg_class.oid = indrelid
     where ${here} and relkind = 'r' and indisunique
       and not exists (select from pg_constraint where conindid = indexrelid)`,
  );
  const indexes = await read<{ name: string; table: string }>(
    `select indexrelid::regclass::text as name, relname as table
     from pg_index join pg_class on pg_class.oid = indrelid where ${here} and relkind = 'r'`,
  );
  const functions = await read<{ name: string }>(
    `select format('%s(%s)', proname, pg_get_function_identity_arguments(oid)) as name
     from pg_proc where pronamespace = current_schema()::regnamespace`,
  );
  const views = await read<{ name: string }>(
    `select relname as name from pg_class where relkind = 'v' and ${here}`,
  );
  return {
    tables: byName(tables),
    columns: byName(columns),
    rules: byName(rules),
    indexes: byName(indexes),
    functions: new Set(functions.map(({ name }) => name)),
    views: new Set(views.map(({ name }) => name)),
  };
}

type RuleFacts = { table: string; columns: string[]; text: string; isUnique: boolean };

const byName = <Fact extends { name: string }>(facts: Fact[]) =>
  new Map(facts.map((fact) => [fact.name, fact]));

/** Why a node of the version before fails, waits or loses something once a step was taken; nothing where it does not. */
export function findBreaks(before: SchemaFacts, after: SchemaFacts): string[] {
  const breaks: string[] = [];
  const isOld = (table: string) => before.tables.has(table) && after.tables.has(table);
  for (const [name, { file }] of before.tables) {
    const now = after.tables.get(name);
    if (!now && !after.views.has(name)) breaks.push(`table ${name} is gone`);
    if (now && now.file !== file)
      breaks.push(`table ${name} is written anew, and locked meanwhile`);
  }
  for (const [name, was] of before.columns) {
    const now = after.columns.get(name);
    const isView = after.views.has(tableOf(name));
    if (!isView && !isOld(tableOf(name))) continue;
    if (!now) breaks.push(`column ${name} is gone`);
    else if (now.type !== was.type)
      breaks.push(`column ${name} is ${now.type}, and was ${was.type}`);
    else if (now.notNull && !was.notNull) breaks.push(`column ${name} has to be filled now`);
    else if (was.fills && !now.fills && !isView)
      breaks.push(`column ${name} has no default any more`);
  }
  for (const [name, { notNull, fills }] of after.columns) {
    if (before.columns.has(name) || !isOld(tableOf(name))) continue;
    if (notNull && !fills) breaks.push(`column ${name} has to be filled, and has no default`);
  }
  for (const [name, { table, columns, text, isUnique }] of after.rules) {
    if (!isOld(table) || before.rules.get(name)?.text === text) continue;
    const wasThere = (column: string) => before.columns.has(`${table}.${column}`);
    // What it writes has nothing in a new column, and nothing is like no other.
    if (isUnique ? columns.every(wasThere) : columns.some(wasThere))
      breaks.push(`rule ${name} is new: ${text}`);
  }
  for (const [name, { table, isUnique }] of before.rules) {
    const isGone = isUnique && isOld(table) && !after.rules.has(name);
    if (isGone) breaks.push(`rule ${name} is gone, which \`on conflict\` may name`);
  }
  for (const [name, { table }] of after.indexes) {
    const isNew = isOld(table) && !before.indexes.has(name);
    if (isNew && largeTables.includes(table)) breaks.push(`index ${name} is built on ${table}`);
  }
  for (const name of before.functions) {
    if (!after.functions.has(name)) breaks.push(`function ${name} is gone`);
  }
  return breaks.sort();
}

const tableOf = (column: string): string => column.split(".")[0]!;
