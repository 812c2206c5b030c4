import { type Kysely, sql } from "kysely";

/**
 * What testing a bot's endpoint by the rules of conformance came to. `sealed` holds the findings,
 * with what was asked for, sent and answered.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const runs = `
  create table conformance_runs (
    bot_id text not null references bots on delete cascade,
    run_id text not null,
    at timestamptz(3) not null default clock_timestamp(),
    actor text not null,
    url text not null,
    secret_fingerprint text not null,
    passed integer not null,
    failed integer not null,
    warned integer not null,
    skipped integer not null,
    duration_ms integer not null,
    is_part boolean not null,
    key_id text not null,
    sealed bytea not null,
    primary key (bot_id, run_id)
  )`;

const index = "create index conformance_runs_latest on conformance_runs (bot_id, at, run_id)";

const statements = [runs, index];
