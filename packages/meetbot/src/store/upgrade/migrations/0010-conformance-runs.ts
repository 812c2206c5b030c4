import { type Kysely, sql } from "kysely";

/** What testing a bot's endpoint by the rules of conformance came to. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** `findings`: of each rule its id, what it came to and where, none of which is about customers. */
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
    findings json not null check (json_typeof(findings) = 'array'),
    primary key (bot_id, run_id)
  )`;

/**
 * What was asked for, sent and answered, which is about customers: it goes before the run does.
 * `account_lookup` finds what was asked about an account.
 */
const evidence = `
  create table conformance_evidence (
    bot_id text not null,
    run_id text not null,
    account_lookup bytea,
    created_at timestamptz not null default now(),
    key_id text not null,
    sealed bytea not null,
    primary key (bot_id, run_id),
    foreign key (bot_id, run_id) references conformance_runs on delete cascade
  )`;

const index = "create index conformance_runs_latest on conformance_runs (bot_id, at, run_id)";

const statements = [
  runs,
  index,
  evidence,
  "create index conformance_evidence_account on conformance_evidence (account_lookup)",
  "create index conformance_evidence_age on conformance_evidence (created_at)",
];
