import { type Kysely, sql } from "kysely";

/** A stage before the current one, what endpoints were tested with, and who changed what. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** A next secret holds the overlap that its promotion will give to the current one. */
const nextSecret = `
  alter table bot_secrets
    add column overlap_s integer,
    drop constraint bot_secrets_stage,
    add constraint bot_secrets_stage
      check (stage in ('current', 'previous') or stage = 'next' and kind = 'signing'),
    add constraint bot_secrets_overlap check ((stage = 'next') = (overlap_s is not null))`;

/**
 * The last test of an endpoint with each secret, which is named by its fingerprint. `sealed` holds
 * where, and the test with all that was sent and answered.
 */
const endpointTests = `
  create table endpoint_tests (
    bot_id text not null references bots on delete cascade,
    secret_fingerprint text not null,
    tested_at timestamptz not null,
    key_id text not null,
    sealed bytea not null,
    primary key (bot_id, secret_fingerprint)
  )`;

/**
 * What was changed about a bot, as long as there is one. Written while the bot's row is locked, so
 * that the numbers are in the order of the changes.
 */
const audit = `
  create table audit (
    bot_id text not null references bots on delete cascade,
    entry bigint generated always as identity,
    at timestamptz not null default clock_timestamp(),
    actor text not null,
    action text not null,
    detail json not null check (json_typeof(detail) = 'object'),
    primary key (bot_id, entry)
  )`;

const statements = [nextSecret, endpointTests, audit];
