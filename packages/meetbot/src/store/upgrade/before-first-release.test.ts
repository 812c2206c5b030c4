import assert from "node:assert/strict";
import { test } from "node:test";
import { type Kysely, sql } from "kysely";
import { createTestDatabase } from "../../../test/database.ts";
import { countRows, describeSchema } from "../../../test/released-states/describe-schema.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { columnsOf, loadOlderSteps } from "./before-first-release.ts";
import { compareSteps, DatabaseNewerError, migrate, migrateTo, steps } from "./migrate.ts";
import { parts } from "./migrations/0001-baseline.ts";
import { createTablesBefore, openTables } from "./tables-before.fixture.ts";

// Databases from before the first release, and the baseline that stands for all of their steps.

const baseline = steps[0]!;

async function createBaseline() {
  const database = await createTestDatabase();
  const db = openTables(database.url);
  await migrateTo(db, baseline);
  return { database, db };
}

/** The columns of each table, view and index, as they stand one after the other. */
async function readOrder(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select relname || ': ' || string_agg(attname, ' ' order by attnum) as line
    from pg_attribute join pg_class on pg_class.oid = attrelid
    where relnamespace = current_schema()::regnamespace and attnum > 0 and not attisdropped
    group by relname order by relname`.execute(db);
  return rows.map(({ line }) => line);
}

async function readTaken(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

test("the baseline makes the tables that all steps before the first release made", async (t) => {
  const [older, fresh] = await Promise.all([createTablesBefore(), createBaseline()]);
  t.after(async () => {
    await Promise.all([older, fresh].map(({ db }) => db.destroy()));
    await Promise.all([older, fresh].map(({ database }) => database.drop()));
  });
  const [was, is] = await Promise.all(
    [older, fresh].map(({ database }) => describeSchema(database.url)),
  );
  assert.deepEqual(is, was);
  assert.deepEqual(await readOrder(fresh.db), await readOrder(older.db));
  // Rows too, but for one that each step has of its own.
  const counts = await Promise.all([older, fresh].map(({ database }) => countRows(database.url)));
  for (const rows of counts) rows.delete("kysely_migration");
  assert.deepEqual(counts[1], counts[0]);
});

test("the baseline's columns are read from its text", async (t) => {
  const { database, db } = await createBaseline();
  t.after(() => database.drop());
  const { rows } = await sql<{ name: string }>`
    select relname || '.' || attname as name from pg_attribute join pg_class on pg_class.oid = attrelid
    where relkind = 'r' and relnamespace = current_schema()::regnamespace and attnum > 0
      and relname not like 'kysely%'`.execute(db);
  await db.destroy();
  assert.deepEqual(columnsOf(parts).sort(), rows.map(({ name }) => name).sort());
});

test("a database at the last older step is at the baseline then, and keeps its rows", async (t) => {
  const { database, db } = await createTablesBefore();
  t.after(async () => {
    await db.destroy();
    await database.drop();
  });
  assert.deepEqual(await compareSteps(await readTaken(db)), { pending: steps, unknown: [] });
  await sql`insert into operators (id, name, email) values ('1', 'Owner', 'o@shop.example')`.execute(
    db,
  );
  const before = await describeSchema(database.url);
  await migrate(db);
  assert.deepEqual(await describeSchema(database.url), before);
  assert.deepEqual(await readTaken(db), steps);
  assert.deepEqual(await compareSteps(steps), { pending: [], unknown: [] });
  assert.equal((await countRows(database.url)).get("operators"), 1);
});

test("a database in the midst of the older steps takes the rest, and says which they are", async (t) => {
  const { database, db } = await createTablesBefore("0064");
  t.after(async () => {
    await db.destroy();
    await database.drop();
  });
  const { pending, unknown } = await compareSteps(await readTaken(db));
  assert.deepEqual([pending, unknown], [["0064-moved-bots", ...steps], []]);
  await migrate(db);
  assert.deepEqual(await readTaken(db), steps);
  await sql`select from moved_bots`.execute(db);
});

test("tables that were changed by hand are refused, and nothing is changed", async (t) => {
  const { database, db } = await createTablesBefore("0064");
  t.after(async () => {
    await db.destroy();
    await database.drop();
  });
  await sql`alter table bots drop column accent`.execute(db);
  const before = [await describeSchema(database.url), await readTaken(db)];
  await assert.rejects(migrate(db), { code: "tables_changed", message: /lacks bots\.accent,/ });
  assert.deepEqual([await describeSchema(database.url), await readTaken(db)], before);
});

test("a step that is none of the older ones is a newer version's", async (t) => {
  const { database, db } = await createTablesBefore();
  t.after(async () => {
    await db.destroy();
    await database.drop();
  });
  await sql`insert into kysely_migration values ('0065-elsewhere', '2026-12-01')`.execute(db);
  await assert.rejects(migrate(db), (error) => {
    assert(error instanceof DatabaseNewerError);
    assert.match(error.message, /0065-elsewhere/);
    return true;
  });
  assert.ok((await readTaken(db)).length > Object.keys(await loadOlderSteps()).length);
});
