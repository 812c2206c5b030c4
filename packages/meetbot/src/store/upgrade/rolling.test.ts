import assert from "node:assert/strict";
import { test } from "node:test";
import { CamelCasePlugin, Kysely } from "kysely";
import { Client, Pool } from "pg";
import { createTestDatabase } from "../../../test/database.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { openTestStore } from "../store.fixture.ts";
import { findBreaks, readFacts } from "./find-breaks.fixture.ts";
import { migrateTo, steps } from "./migrate.ts";
import { MigrationDialect } from "./migration-dialect.ts";

// Nodes of the version before run while a step is taken and until the last of them is started anew. What would make
// them fail, or make customers wait for long, is done in two releases: first add, later remove.

/** What did so before there was this test, or was looked at and does no harm. */
const known: Record<string, string[]> = {
  // Built under a lock, on tables that were small when these were the newest.
  "0020-empty-conversations": ["index conversations_empty is built on conversations"],
  "0022-look-ups": ["index audit_look_ups is built on audit"],
  "0030-holders": [
    "index conversations_held is built on conversations",
    "index conversations_held_by is built on conversations",
    "index messages_write_key is built on messages",
  ],
  "0056-audit-export": ["index audit_at is built on audit"],
  "0051-push-status": ["index notifications_untold is built on notifications"],
  "0052-waiting-hints": ["index pushes_unresolved_of is built on pushes"],
  // Built under a lock: the step says for how long. The unique one has the same columns in another order.
  "0062-flat-growth": [
    "index conversations_unspoken is built on conversations",
    "index deliveries_unusual is built on deliveries",
    "index subscriptions_conversation is built on subscriptions",
    "index subscriptions_latest is built on subscriptions",
    "index subscriptions_over is built on subscriptions",
    "rule messages.messages_dedupe is new: CREATE UNIQUE INDEX messages_dedupe ON public.messages USING btree (conversation_id, dedupe_key, bot_id) WHERE (direction = 'in'::text)",
  ],
  // It has the failed sign-ins of a few minutes.
  "0021-sign-in-counts": ["table sign_in_failures is written anew, and locked meanwhile"],
  // They allow one value more than before.
  "0032-agents": [
    "rule bot_members.bot_members_role_check is new: CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'viewer'::text, 'agent'::text])))",
    "rule one_time_links.one_time_links_role_check is new: CHECK ((role = ANY (ARRAY['owner'::text, 'editor'::text, 'viewer'::text, 'agent'::text])))",
  ],
  "0045-push-secrets": [
    "rule bot_secrets.bot_secrets_kind_check is new: CHECK ((kind = ANY (ARRAY['signing'::text, 'identity'::text, 'push'::text])))",
    "rule sightings.sightings_kind_check is new: CHECK ((kind = ANY (ARRAY['page'::text, 'identity'::text, 'signature'::text, 'push'::text, 'conversation'::text])))",
  ],
  // It is of rows that only newer versions write.
  "0054-single-sign-on": [
    "rule operator_credentials.operator_credentials_account is new: CREATE UNIQUE INDEX operator_credentials_account ON public.operator_credentials USING btree (provider_id, account_id) WHERE (provider_id <> 'credential'::text)",
  ],
};

/** The tables of the oldest version that can run beside a newer one. */
const oldest = "0018-messenger-console";

test("no step breaks a node of the version before that still runs", async (t) => {
  const database = await createTestDatabase();
  const pool = new Pool({ connectionString: database.url });
  const db = new Kysely<Tables>({
    dialect: new MigrationDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  const client = await pool.connect();
  t.after(async () => {
    client.release();
    await db.destroy();
    await database.drop();
  });
  const found: Record<string, string[]> = {};
  await migrateTo(db, oldest);
  let before = await readFacts(client);
  for (const step of steps.slice(steps.indexOf(oldest) + 1)) {
    await migrateTo(db, step);
    const after = await readFacts(client);
    const breaks = findBreaks(before, after);
    if (breaks.length > 0) found[step] = breaks;
    before = after;
  }
  assert.deepEqual(found, known);
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
