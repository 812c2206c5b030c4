import { type Kysely, sql } from "kysely";

/** What the overview tells: plain facts beside what is sealed, and numbers that outlive both. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * What a conversation came to: the customer said something, asked the shop something, had an answer,
 * asked for a person. The last three hold for its first day and then stay.
 */
const conversations = `
  alter table conversations
    add column spoken boolean not null default false,
    add column asked boolean not null default false,
    add column answered boolean not null default false,
    add column person_asked boolean not null default false`;

/** What a customer's message is; null: the bot's, or from before this column. */
const messages = `
  alter table messages add column kind text check (kind in ('start', 'text', 'tap'))`;

/**
 * Which customer's message a delivery is for: none where an operator asked. A question can take several deliveries: the last one
 * says what it came to.
 */
const deliveries = `
  alter table deliveries
    add column if not exists seq integer,
    add column question text check (question in ('answered', 'not_found', 'unavailable'))`;

/**
 * Utterances that the bot could do nothing with. `likeness` is an HMAC: it compares, and tells
 * nothing; empty where the message was overwritten.
 */
const unanswered = `
  create table unanswered (
    bot_id text not null,
    conversation_id text not null,
    seq integer not null,
    reason text not null check (reason in ('not_understood', 'asked_back', 'other_topic')),
    likeness bytea not null,
    at timestamptz not null default now(),
    primary key (bot_id, conversation_id, seq),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

/**
 * What happened with a bot in a quarter of an hour: the smallest part from which an hour and a day
 * can be made in every time zone, for some are half or a quarter of an hour off.
 *
 * The first four count conversations that began in the quarter. All else happened in it.
 */
const tallies = `
  create table tallies (
    bot_id text not null references bots on delete cascade,
    quarter timestamptz not null,
    conversations integer not null default 0,
    with_question integer not null default 0,
    self_served integer not null default 0,
    handed_over integer not null default 0,
    messages integer not null default 0,
    utterances integer not null default 0,
    not_understood integer not null default 0,
    other_topics integer not null default 0,
    answered integer not null default 0,
    not_found integer not null default 0,
    unavailable integer not null default 0,
    primary key (bot_id, quarter)
  )`;

/** Deliveries of a quarter by how they ended and how long they took; see `duration-class.ts`. */
const deliveryTallies = `
  create table delivery_tallies (
    bot_id text not null references bots on delete cascade,
    quarter timestamptz not null,
    method text not null,
    outcome text not null,
    duration_class smallint not null,
    deliveries integer not null,
    primary key (bot_id, quarter, method, outcome, duration_class)
  )`;

/**
 * How far the tallies go. Quarters before `counted_until` are counted; of those from `open_from` on,
 * conversations are less than a day old and are counted again. One row, which is also the lock.
 */
const tallyProgress = `
  create table tally_progress (
    one boolean primary key default true check (one),
    counted_until timestamptz not null,
    open_from timestamptz not null
  )`;

/** What was said before has no plain facts: counting begins with the quarter of this migration. */
const begin = `
  insert into tally_progress (counted_until, open_from)
  select quarter, quarter from date_bin('15 minutes', now(), 'epoch') as quarter`;

/** Of the customers' messages only: one entry for each turn. */
const indexes = [
  "create index messages_said on messages (bot_id, at, kind) where kind in ('text', 'tap')",
  "create index person_requests_latest on person_requests (bot_id, requested_at)",
  "create index unanswered_latest on unanswered (bot_id, at)",
  "create index tallies_quarter on tallies (quarter)",
];

const statements = [
  conversations,
  messages,
  deliveries,
  unanswered,
  tallies,
  deliveryTallies,
  tallyProgress,
  begin,
  ...indexes,
];
