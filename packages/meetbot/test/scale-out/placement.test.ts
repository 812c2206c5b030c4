import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Client } from "pg";
import { createMigratedDatabase } from "../database.ts";

// Bots can be spread over databases as long as no row needs one of another bot.

/** Tables that say nothing of a bot; each database of several has its own. */
const ofNoBot = {
  idempotency_keys: "a caller repeats a write at the node that it asked before",
  lookup_root: "hashes are compared within one database",
  tally_progress: "how far this database has counted",
  ...{ kysely_migration: "its steps", kysely_migration_lock: "and who takes them" },
  operators: "people: each database knows those who work there",
  ...{ operator_audit: "what they did", operator_credentials: "their passwords" },
  ...{ operator_passkeys: "their keys", operator_sessions: "their sessions" },
  operator_verifications: "what they are asked while they sign in",
  ...{ sign_in_failures: "how often that failed", sign_in_rates: "and how often it was tried" },
  sign_in_marks: "what a provider has said once, and must not say again",
  ...{ web_push_devices: "their browsers", web_push_keys: "and what signs for these" },
};

/** What is unique over all bots of a database, as it is found before its bot is known. */
const uniqueOverBots = {
  "api_tokens (token_hash)": "a token names nobody; it is random",
  "api_tokens (token_id)": "a random UUID",
  "channel_links (channel, external_id)": "a platform's event names its page, and no bot",
  "one_time_links (link_id)": "a random UUID",
  "one_time_links (token_hash)": "a link names nobody; it is random",
};

/** Numbers that are taken from a counter of the database: each bot's rise, and need not follow each other. */
const counters = [
  "audit_entry_seq",
  "canned_reply_versions",
  "desk_events_event_id_seq",
  ...["operator_audit_entry_seq", "sign_in_failures_failure_id_seq"],
];

const database = await createMigratedDatabase();
const client = new Client({ connectionString: database.url });
await client.connect();
after(async () => {
  await client.end();
  await database.drop();
});

const ask = async (text: string): Promise<Record<string, string>[]> =>
  (await client.query(text)).rows;

test("each table has its rows' bot, or is listed with why it has none", async () => {
  const rows = await ask(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and not exists (
      select from pg_attribute where attrelid = pg_class.oid and attname = 'bot_id')
    order by 1`);
  assert.deepEqual(
    rows.map(({ name }) => name),
    Object.keys(ofNoBot).toSorted(),
  );
});

test("what is unique is so within a bot, or is listed with why it is not", async () => {
  const rows = await ask(`
    select format('%s (%s)', indrelid::regclass, string_agg(attname, ', ' order by nth)) as name
    from pg_index cross join unnest(indkey::smallint[]) with ordinality as key (number, nth)
    join pg_attribute on attrelid = indrelid and attnum = number
    where indisunique and indrelid::regclass::text in (
      select table_name from information_schema.columns
      where table_schema = 'public' and column_name = 'bot_id')
    group by indexrelid, indrelid having not 'bot_id' = any(array_agg(attname)) order by 1`);
  assert.deepEqual(
    rows.map(({ name }) => name),
    Object.keys(uniqueOverBots),
  );
});

test("a row refers to rows of its own bot, and to people", async () => {
  const rows = await ask(`
    select conrelid::regclass::text as table, pg_get_constraintdef(oid) as refers from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conrelid::regclass::text in (
      select table_name from information_schema.columns
      where table_schema = 'public' and column_name = 'bot_id')`);
  assert.ok(rows.length > 50);
  const others = rows.filter(
    ({ refers = "" }) => !/\(bot_id.* REFERENCES \w+\(bot_id/.test(refers),
  );
  const named = others.map(({ refers = "" }) => /REFERENCES (\w+)/.exec(refers)?.[1] ?? "");
  assert.deepEqual([...new Set(named)].toSorted(), ["operators", "web_push_devices"]);
  for (const name of named) assert.ok(name in ofNoBot, name);
});

test("counters are few, and listed", async () => {
  const rows = await ask("select relname as name from pg_class where relkind = 'S' order by 1");
  assert.deepEqual(
    rows.map(({ name }) => name),
    counters.toSorted(),
  );
});
