import { type Kysely, sql } from "kysely";

/**
 * Bots, conversations as mailboxes, and what belongs to them. Every primary key starts with
 * `bot_id`, so that the tables can be spread over servers by bot without a change. Whatever people
 * wrote or a merchant answered is sealed: the `sealed…` columns, `state` and `body`.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const bots = `
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
    created_at timestamptz not null default now()
  )`;

/** One row for each secret and stage, so that a rotation adds and moves rows. */
const botSecrets = `
  create table bot_secrets (
    bot_id text not null references bots on delete cascade,
    kind text not null check (kind in ('signing', 'identity')),
    stage text not null,
    key_id text not null,
    sealed bytea not null,
    created_at timestamptz not null default now(),
    primary key (bot_id, kind, stage)
  )`;

/**
 * Deleting a row destroys the key of all that was said: copies left elsewhere stay shut.
 *
 * `last_seq` numbers customer's and bot's messages alike; `handled_seq` is the inbound message whose
 * turn was settled last. The check is the mailbox's invariant: due exactly while an event waits.
 * Taking and renewing a lease touch no indexed column; the fill factor keeps these updates on
 * their page.
 */
const conversations = `
  create table conversations (
    bot_id text not null references bots on delete cascade,
    conversation_id text not null,
    channel text not null,
    token_hash bytea not null,
    key_id text not null,
    sealed_key bytea not null,
    state bytea,
    last_seq integer not null,
    last_inbound_seq integer not null,
    handled_seq integer not null default 0,
    due_at timestamptz,
    lease_until timestamptz,
    fence integer not null default 0,
    created_at timestamptz not null default now(),
    active_at timestamptz not null default now(),
    primary key (bot_id, conversation_id),
    check ((due_at is null) = (handled_seq = last_inbound_seq))
  ) with (fillfactor = 70)`;

/**
 * A customer's message waits while its `seq` is above its conversation's `handled_seq`, and then
 * counts as handled: that fact is kept once. `status` is about sending the bot's messages.
 */
const messages = `
  create table messages (
    bot_id text not null,
    conversation_id text not null,
    seq integer not null,
    direction text not null check (direction in ('in', 'out')),
    dedupe_key text check ((dedupe_key is not null) = (direction = 'in')),
    body bytea not null,
    status text check (status in ('queued', 'sending', 'sent', 'unknown', 'failed')),
    at timestamptz not null default now(),
    primary key (bot_id, conversation_id, seq),
    foreign key (bot_id, conversation_id) references conversations on delete cascade,
    check ((status is not null) = (direction = 'out'))
  )`;

const deliveries = `
  create table deliveries (
    bot_id text not null,
    delivery_id text not null,
    conversation_id text not null,
    method text not null,
    outcome text not null,
    http_status integer,
    started_at timestamptz not null,
    duration_ms integer not null,
    sealed bytea not null,
    primary key (bot_id, delivery_id),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

/** Customers who asked for a person, and with which message. */
const personRequests = `
  create table person_requests (
    bot_id text not null,
    conversation_id text not null,
    seq integer not null,
    requested_at timestamptz not null default now(),
    primary key (bot_id, conversation_id, seq),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

/** In which conversations an account was named. `lookup` is an HMAC: it finds, and tells nothing. */
const conversationAccounts = `
  create table conversation_accounts (
    bot_id text not null,
    conversation_id text not null,
    lookup bytea not null,
    primary key (bot_id, conversation_id, lookup),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

/**
 * Two indexes end with `bot_id`: in tables that are too new for statistics the planner takes any
 * index that starts with it for the primary key, and reads all of a bot or of a conversation.
 *
 * Retention searches by `created_at`, which never changes: an index on `active_at` would have to
 * be written with every message, and little is older than the retention time.
 */
const indexes = [
  "create unique index conversations_token on conversations (token_hash, bot_id)",
  "create index conversations_due on conversations (due_at) where due_at is not null",
  "create index conversations_created on conversations (created_at)",
  `create unique index messages_dedupe on messages (dedupe_key, conversation_id, bot_id)
   where direction = 'in'`,
  "create index deliveries_latest on deliveries (bot_id, started_at desc)",
  "create index conversation_accounts_lookup on conversation_accounts (lookup)",
  "create index deliveries_conversation on deliveries (bot_id, conversation_id)",
];

const statements = [
  bots,
  botSecrets,
  conversations,
  messages,
  deliveries,
  personRequests,
  conversationAccounts,
  ...indexes,
];
