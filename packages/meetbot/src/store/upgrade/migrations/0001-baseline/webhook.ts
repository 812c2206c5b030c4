/** The shop behind a bot: tests of its endpoint, its shop system, and machines of developers that answer for it. */
export const webhook = `
-- The last test of an endpoint with each secret. sealed: the URL, and all that was sent and answered.
create table endpoint_tests (
  bot_id text not null references bots on delete cascade,
  secret_fingerprint text not null,
  tested_at timestamptz not null,
  key_id text not null,
  sealed bytea not null,
  primary key (bot_id, secret_fingerprint)
);

-- findings: the result of each rule. Nothing in it is about customers.
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
);
create index conformance_runs_latest on conformance_runs (bot_id, at, run_id);

-- What was asked and answered, which is about customers: it is deleted before the run is.
create table conformance_evidence (
  bot_id text not null,
  run_id text not null,
  account_lookup bytea,
  created_at timestamptz not null default now(),
  key_id text not null,
  sealed bytea not null,
  primary key (bot_id, run_id),
  foreign key (bot_id, run_id) references conformance_runs on delete cascade
);
create index conformance_evidence_account on conformance_evidence (account_lookup);
create index conformance_evidence_age on conformance_evidence (created_at);

-- How Meetbot itself queries a shop whose endpoint names a connector. sealed: the configuration with its
-- credentials. shown: what operators see of it. problem, detail: why the last query failed.
create table shop_connections (
  bot_id text primary key references bots on delete cascade,
  name text not null,
  version text not null,
  key_id text not null,
  sealed bytea not null,
  shown jsonb not null,
  shop text not null,
  connected_at timestamptz not null default now(),
  notes jsonb not null,
  problem text,
  detail text,
  seen_at timestamptz not null default now()
);

-- Developers' machines that answer a bot's queries instead of its endpoint. Unlogged: after a crash a listener
-- connects again.
create unlogged table listeners (
  bot_id text primary key references bots on delete cascade,
  listener_id text not null,
  actor text not null,
  since timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  unique (bot_id, listener_id)
);

-- Queries that wait for a listener. sealed, answer: under the master keys that are named beside them.
create unlogged table listened_queries (
  bot_id text not null,
  listener_id text not null,
  query_id text not null,
  at timestamptz not null default now(),
  key_id text not null,
  sealed bytea not null,
  is_taken boolean not null default false,
  answer_key_id text,
  answer bytea,
  primary key (bot_id, listener_id, query_id),
  foreign key (bot_id, listener_id) references listeners (bot_id, listener_id) on delete cascade
);
`;
