import { type Kysely, sql } from "kysely";

/** Who answers in a conversation: the bot, or a person of the shop. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * `holder` stands in the row that turns lock: whoever changes it beside a turn raises `fence` with it, and a
 * turn in hand is lost. `held_by`: an operator, or `elsewhere`. `held_at`: since when, or when that person
 * wrote last.
 */
const holder = [
  `alter table conversations
     add column holder text not null default 'bot' check (holder in ('bot', 'waiting', 'person')),
     add column holder_version integer not null default 0,
     add column held_by text,
     add column held_at timestamptz,
     add constraint conversations_held check ((holder = 'person') = (held_by is not null))`,
  "create index conversations_held on conversations (holder, held_at, bot_id) where holder <> 'bot'",
  "create index conversations_held_by on conversations (held_by) where held_by is not null",
];

/**
 * Conversations that people have to do with. Each of them is there once, from when a person was first called or
 * took it. `customer_seq` and `person_seq` are the last messages of either side: what is behind the
 * customer's is unanswered.
 */
const inbox = [
  `create table inbox_conversations (
     bot_id text not null,
     conversation_id text not null,
     status text not null default 'open' check (status in ('open', 'closed')),
     reason text not null,
     called_at timestamptz not null default now(),
     waiting_since timestamptz,
     owed_since timestamptz,
     first_waited_at timestamptz,
     first_replied_at timestamptz,
     closed_at timestamptz,
     assigned_to text,
     snoozed_until timestamptz,
     snoozed_until_reply boolean not null default false,
     customer_seq integer,
     customer_at timestamptz,
     person_seq integer,
     person_at timestamptz,
     updated_at timestamptz not null default now(),
     primary key (bot_id, conversation_id),
     foreign key (bot_id, conversation_id) references conversations on delete cascade
   )`,
  "create index inbox_conversations_latest on inbox_conversations (bot_id, status, updated_at desc)",
  `create index inbox_conversations_owed on inbox_conversations (bot_id, owed_since)
   where owed_since is not null`,
  `create index inbox_conversations_assigned on inbox_conversations (assigned_to, bot_id)
   where assigned_to is not null`,
];

/** What people are told of elsewhere: by ids, written with what it tells of. */
const events = [
  `create table desk_events (
     bot_id text not null references bots on delete cascade,
     event_id bigint generated always as identity,
     conversation_id text,
     type text not null,
     facts jsonb not null default '{}',
     at timestamptz not null default now(),
     primary key (bot_id, event_id)
   )`,
  "create index desk_events_at on desk_events (at)",
];

/** `author`: the operator who wrote it; null: the bot. `write_key`: the same write again changes nothing. */
const messages = [
  "alter table messages add column author text, add column write_key text",
  `create unique index messages_write_key on messages (write_key, conversation_id, bot_id)
   where write_key is not null`,
];

/** A person who wrote nothing for so long holds a conversation no longer once its customer writes. */
const setting = `
  alter table bots add column person_idle_hours integer not null default 24
    check (person_idle_hours between 1 and 72)`;

const statements = [setting, ...holder, ...inbox, ...events, ...messages];
