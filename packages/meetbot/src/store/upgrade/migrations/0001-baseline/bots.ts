/** Bots with their settings, secrets and log, and bots that move to another installation. */
export const bots = `
-- accent: the color of the chat window, #rrggbb; null: the window's own.
-- failing_since, times_failed: the endpoint fails since then; a changed endpoint begins anew.
-- stopped_at, stopped_for: since when the shop is not queried any more, and why.
-- first_answer_at: when the shop first answered a customer's question. Deliveries are deleted, this stays.
-- keep_…_days: how long customers' messages are stored; null: as long as the conversation.
-- rules_told_at: when the team was last alerted that the shop's answers break a rule.
-- push_status_refused: the endpoint that refused status reports; another endpoint gets them again.
-- declared: what the webhook declared in its last successful test, and at which URL.
-- account_kind, phone_country: by what customers are found, and the country of numbers typed without one.
create table bots (
  bot_id text primary key,
  name text not null,
  page_id text not null,
  endpoint text not null,
  policy text not null,
  number_alone text not null,
  contact text,
  locale text not null,
  origins text[] not null,
  demo boolean not null,
  created_at timestamptz not null default now(),
  accent text check (accent ~ '^#[0-9a-f]{6}$'),
  order_number_format jsonb check (jsonb_typeof(order_number_format) = 'object'),
  failing_since timestamptz,
  times_failed integer not null default 0,
  stopped_at timestamptz,
  stopped_for text check (stopped_for in ('gone', 'failing')),
  languages text[] not null default '{en,zh}',
  welcome jsonb not null default '{"en": null, "zh": null}',
  menu text[] not null default '{orders,packages,help,person}',
  time_zone text not null default 'UTC',
  first_answer_at timestamptz,
  link_page text,
  keep_conversations_days integer not null default 7,
  keep_deliveries_days integer,
  keep_failed_messages_days integer,
  office_hours jsonb check (jsonb_typeof(office_hours) = 'object'),
  language_model boolean not null default false,
  person_idle_hours integer not null default 24 check (person_idle_hours between 1 and 72),
  pictures boolean not null default false,
  assignment text not null default 'manual' check (assignment in ('manual', 'round_robin')),
  rules_told_at timestamptz,
  holidays text[] not null default '{}',
  ask_rating text not null default 'off' check (ask_rating in ('off', 'person', 'all')),
  messenger_handover text not null default 'inbox' check (messenger_handover in ('inbox', 'page')),
  news boolean not null default true,
  push_status boolean not null default false,
  push_status_refused text,
  origin_push boolean not null default false,
  origin_push_networks text[] not null default '{}',
  declared jsonb,
  account_kind text not null default 'email',
  phone_country text,
  check ((stopped_at is null) = (stopped_for is null)),
  constraint bots_own_language check (locale = any (languages)),
  constraint bots_menu check (cardinality(menu) > 0),
  constraint bots_retention check (
    keep_conversations_days between 2 and 365
    and keep_deliveries_days between 1 and keep_conversations_days
    and keep_failed_messages_days between 1 and keep_conversations_days
  )
);

-- One row for each secret and stage, so that a rotation adds and moves rows. expires_at: when a replaced secret
-- ends. overlap_s: how long the current one serves on after the promotion of the next.
create table bot_secrets (
  bot_id text not null references bots on delete cascade,
  kind text not null check (kind in ('signing', 'identity', 'push')),
  stage text not null,
  key_id text not null,
  sealed bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  overlap_s integer,
  primary key (bot_id, kind, stage),
  constraint bot_secrets_end check ((stage = 'previous') = (expires_at is not null)),
  constraint bot_secrets_stage
    check (stage in ('current', 'previous') or stage = 'next' and kind = 'signing'),
  constraint bot_secrets_overlap check ((stage = 'next') = (overlap_s is not null))
);

-- The key of all lookups, which outlives master keys. One row, made at the first start.
create table lookup_root (
  one boolean primary key default true check (one),
  key_id text not null,
  sealed bytea not null
);

-- A bot that came from another installation brings its own.
create table bot_lookup_roots (
  bot_id text primary key references bots on delete cascade,
  key_id text not null,
  sealed bytea not null
);

-- What was changed about a bot, as long as it exists. Written while the bot's row is locked, so that the numbers
-- are in the order of the changes.
create table audit (
  bot_id text not null references bots on delete cascade,
  entry bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  detail json not null check (json_typeof(detail) = 'object'),
  primary key (bot_id, entry)
);
create index audit_look_ups on audit (bot_id, at)
  where action in ('query_sent', 'conformance_started', 'order_looked_up');
create index audit_at on audit (at, entry);

-- When a bot was last seen in use: its chat on a page of an origin, a conversation on a channel, each secret (name
-- is its fingerprint), shoppers that the shop vouched for (name is empty). Written now and then, so seen_at is
-- approximate.
create table sightings (
  bot_id text not null references bots on delete cascade,
  kind text not null check (kind in ('page', 'identity', 'signature', 'push', 'conversation')),
  name text not null,
  seen_at timestamptz not null default now(),
  primary key (bot_id, kind, name)
);

-- The shop's own answers. The newest version is live.
create table answer_books (
  bot_id text not null references bots on delete cascade,
  version integer not null,
  key_id text not null,
  sealed bytea not null,
  created_at timestamptz not null default now(),
  created_by text not null,
  what text not null,
  topic text,
  primary key (bot_id, version)
);

-- Bots that left. url: where they answer now; null: at the same address. arrived_at: since when they are there.
create table moved_bots (
  bot_id text primary key,
  move_id text not null,
  url text,
  moved_at timestamptz not null default now(),
  arrived_at timestamptz
);

-- Rows of a bot on its way here, compressed before they are stored.
create table arriving_bots (
  bot_id text not null,
  part integer not null,
  move_id text not null,
  body bytea not null,
  primary key (bot_id, part)
);
alter table arriving_bots alter column body set storage external;
`;
