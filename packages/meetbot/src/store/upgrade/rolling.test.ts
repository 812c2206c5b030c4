import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "pg";
import { createTestDatabase, openTestPool } from "../../../test/database.ts";
import { openTestStore } from "../store.fixture.ts";
import { findBreaks, readFacts } from "./find-breaks.fixture.ts";
import { migrate, migrateTo, steps } from "./migrate.ts";
import { createTablesBefore, openTables } from "./tables-before.fixture.ts";

// Nodes of the version before run while a step is taken and until the last of them is started anew. What would make
// them fail, or make customers wait for long, is done in two releases: first add, later remove.

/** What was looked at and does no harm, by the step that does it. */
const known: Record<string, string[]> = {};

test("no step breaks a node of the version before that still runs", async (t) => {
  const database = await createTestDatabase();
  const pool = openTestPool(database.url);
  const db = openTables(database.url);
  const client = await pool.connect();
  t.after(async () => {
    client.release();
    await Promise.all([db.destroy(), pool.end()]);
    await database.drop();
  });
  const found: Record<string, string[]> = {};
  await migrateTo(db, steps[0]!);
  let before = await readFacts(client);
  for (const step of steps.slice(1)) {
    await migrateTo(db, step);
    const after = await readFacts(client);
    const breaks = findBreaks(before, after);
    if (breaks.length > 0) found[step] = breaks;
    before = after;
  }
  assert.deepEqual(found, known);
});

test("the baseline breaks no node that runs on a database from before the first release", async (t) => {
  const { database, db } = await createTablesBefore();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  t.after(async () => {
    await Promise.all([db.destroy(), client.end()]);
    await database.drop();
  });
  const before = await readFacts(client);
  await migrate(db);
  const after = await readFacts(client);
  assert.deepEqual(findBreaks(before, after), []);
  assert.deepEqual(after, before);
});

test("what breaks one is seen", async (t) => {
  const { url } = await openTestStore(t);
  const client = new Client({ connectionString: url });
  // It ends with its database.
  client.on("error", () => {});
  await client.connect();
  const before = await readFacts(client);
  const steps: Record<string, RegExp> = {
    "alter table bots drop column accent": /^column bots.accent is gone$/,
    "alter table bots rename column accent to color": /^column bots.accent is gone$/,
    "alter table tally_progress rename to progress": /^table tally_progress is gone$/,
    "alter table messages alter column dedupe_key set not null":
      /^column messages.dedupe_key has to be filled now$/,
    "alter table messages add column motto text not null":
      /^column messages.motto has to be filled, and/,
    "alter table bots alter column name type varchar": /^column bots.name is character varying/,
    "alter table bots alter column demo drop default, alter column welcome drop default":
      /^column bots.welcome has no default any more$/,
    "alter table bots add check (name <> '')": /^rule bots.bots_name_check.* is new: CHECK/,
    "create unique index on bots (name)": /^rule bots.bots_name_idx is new/,
    "create index on messages (at)": /^index messages_at_idx is built on messages$/,
    "alter table audit add column random float8 not null default random()":
      /^table audit is written anew/,
  };
  for (const [step, told] of Object.entries(steps)) {
    await client.query(`begin; ${step}`);
    const [first = "nothing", ...more] = findBreaks(before, await readFacts(client));
    await client.query("rollback");
    assert.match(first, told, step);
    assert.deepEqual(more, [], step);
  }
  const harmless = `begin; create table mottos (bot_id text primary key, motto text not null);
    create index on mottos (motto); alter table bots add column motto text, add column tone text not null default '';
    alter table bots add check (tone <> 'rude'); alter table tally_progress rename to progress;
    create view tally_progress as select * from progress; create index on bots (accent)`;
  await client.query(harmless);
  const broken = findBreaks(before, await readFacts(client));
  await client.end();
  assert.deepEqual(broken, []);
});
