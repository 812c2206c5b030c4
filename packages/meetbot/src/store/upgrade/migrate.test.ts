import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { CamelCasePlugin, Kysely, sql } from "kysely";
import { Client } from "pg";
import { createTestDatabase, openTestPool } from "../../../test/database.ts";
import { eventually } from "../../../test/fixtures/eventually.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { openTestStore } from "../store.fixture.ts";
import { DatabaseNewerError, migrate, migrateTo, steps } from "./migrate.ts";
import { MigrationDialect } from "./migration-dialect.ts";
import { createTablesBefore } from "./tables-before.fixture.ts";

const open = `
  import { openStore } from "${new URL("../open-store.ts", import.meta.url)}";
  const keyRing = [{ id: "00000000", bytes: Buffer.alloc(32) }];
  const store = await openStore({ connection: process.env.TEST_URL, keyRing });
  console.log((await store.bots.list()).length);
  await store.close();`;

function start({ url }: { url: string }) {
  return promisify(execFile)(
    process.execPath,
    ["--conditions=meetbot-source", "--input-type=module", "--eval", open],
    { env: { ...process.env, TEST_URL: url } },
  );
}

/** The tables as they were before the newest step, with a bot. */
async function createPreviousVersion() {
  const { database, db } = await createTablesBefore();
  const previous = steps.at(-2);
  if (previous) {
    await sql`drop schema public cascade; create schema public`.execute(db);
    await migrateTo(db, previous);
  }
  await sql`
    insert into bots (bot_id, name, page_id, endpoint, policy, number_alone, locale, origins, demo)
    values ('bot_1', 'Shop', '1', 'https://shop.example', 'ladder', 'auto', 'en', '{}', false)`.execute(
    db,
  );
  await db.destroy();
  return database;
}

async function takenSteps(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select name from kysely_migration order by name");
  await client.end();
  return rows.map(({ name }) => name);
}

test("three processes that start at once on an empty database all open it", async (t) => {
  const database = await createTestDatabase();
  t.after(() => database.drop());
  const runs = await Promise.all([1, 2, 3].map(() => start(database)));
  assert.deepEqual(
    runs.map(({ stdout }) => stdout.trim()),
    ["0", "0", "0"],
  );
});

test("three processes that start at once on the tables of the version before all open them", async (t) => {
  const database = await createPreviousVersion();
  t.after(() => database.drop());
  const runs = await Promise.all([1, 2, 3].map(() => start(database)));
  assert.deepEqual(
    runs.map(({ stdout }) => stdout.trim()),
    ["1", "1", "1"],
  );
  assert.deepEqual(await takenSteps(database.url), steps);
});

test("an update waits for whoever has a table in hand, and nobody waits behind it", async (t) => {
  // The step 0053 changes a table that is there.
  const { database, db } = await createTablesBefore("0053");
  await db.destroy();
  t.after(() => database.drop());
  const [holder, customer] = await Promise.all(
    [1, 2].map(async () => {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      return client;
    }),
  );
  const { rows } = await holder!.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  const names = rows.map(({ name }) => name);
  // As a backup does.
  await holder!.query(`begin; lock table ${names.join()} in access share mode`);
  const starting = start(database);
  // Once the update waits for a table, a customer who writes to it waits too; it gives way.
  await eventually(60_000, async () => {
    const waiting = await customer!.query("select from pg_locks where not granted");
    assert.ok(waiting.rowCount);
  });
  for (const name of names) await customer!.query(`select from ${name} limit 1`);
  await holder!.query("commit");
  assert.equal((await starting).stdout.trim(), "0");
  await Promise.all([holder!.end(), customer!.end()]);
});

/** An update whose first statements take a while each, as on large tables. */
async function migrateSlowly(url: string): Promise<string[]> {
  const pool = openTestPool(url);
  let slow = 20;
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    client.query = ((...args: unknown[]) =>
      delay(/^\s*(alter|create)/.test(String(args[0])) && slow-- > 0 ? 100 : 0).then(() =>
        query(...args),
      )) as typeof client.query;
  });
  const said: string[] = [];
  const db = new Kysely<Tables>({
    dialect: new MigrationDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  await migrate(db, { warn() {}, info: ({ step }) => said.push(step) }).finally(() => db.destroy());
  return said;
}

test("an update that takes long ends nothing that a running node has in hand, and says how far it is", async (t) => {
  // The step 0030 is of conversations first, and later of messages.
  const { database, db } = await createTablesBefore("0030");
  await db.destroy();
  t.after(() => database.drop());
  const customer = new Client({ connectionString: database.url });
  await customer.connect();
  await customer.query("begin; lock table messages in row exclusive mode");
  const updating = migrateSlowly(database.url);
  await eventually(10_000, async () => {
    const asked = await customer.query(
      "select from pg_locks where relation = 'conversations'::regclass and granted",
    );
    assert.ok(asked.rowCount);
  });
  // PostgreSQL would end this session: it looks for a circle once it has waited for a second.
  await customer.query("select from conversations for update");
  await customer.query("commit");
  await customer.end();
  assert.match((await updating).at(-1) ?? "", /^\d+ of \d+ \(\d{4}-[a-z-]+\)$/);
});

test("tables of a newer version are refused, and nothing is changed", async (t) => {
  const { url, openAgain, run } = await openTestStore(t);
  await run("insert into kysely_migration values ('9999-tomorrow', '2026-01-01')");
  const before = await takenSteps(url);
  await assert.rejects(openAgain(), (error) => {
    assert(error instanceof DatabaseNewerError);
    assert.equal(error.code, "database_newer");
    assert.match(error.message, /9999-tomorrow.*newer version/s);
    return true;
  });
  assert.deepEqual(await takenSteps(url), before);
});

test("tables that have had all steps are not looked through again", async (t) => {
  const { url, openAgain, run } = await openTestStore(t);
  // kysely makes it wherever its migrations run.
  await run("drop table kysely_migration_lock");
  await openAgain();
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("select to_regclass('kysely_migration_lock') as name");
  await client.end();
  assert.deepEqual(rows, [{ name: null }]);
});
