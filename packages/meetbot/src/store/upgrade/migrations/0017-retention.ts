import { type Kysely, sql } from "kysely";

/** How long each bot keeps what customers wrote, and what is known of events whose conversation is gone. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** The default is what every bot did before; null: as long as the conversation, which takes all along. */
const settings = `
  alter table bots
    add column keep_conversations_days integer not null default 7,
    add column keep_deliveries_days integer,
    add column keep_failed_messages_days integer,
    add constraint bots_retention check (
      keep_conversations_days between 2 and 365
      and keep_deliveries_days between 1 and keep_conversations_days
      and keep_failed_messages_days between 1 and keep_conversations_days
    )`;

/** What customers send that is no text. Not validated: all rows before are of the other kinds. */
const media = [
  "alter table messages drop constraint messages_kind_check",
  `alter table messages add constraint messages_kind_check
   check (kind in ('start', 'text', 'tap', 'media')) not valid`,
];

/**
 * Events of a conversation that was deleted on request, for as long as Messenger may send them again.
 * `event` is a hash of the customer's lookup key and the dedupe key: it compares, and tells nothing.
 */
const forgottenEvents = `
  create table forgotten_events (
    bot_id text not null references bots on delete cascade,
    event bytea not null,
    expires_at timestamptz not null,
    primary key (bot_id, event)
  )`;

const statements = [
  settings,
  ...media,
  forgottenEvents,
  "create index forgotten_events_expire on forgotten_events (expires_at)",
];
