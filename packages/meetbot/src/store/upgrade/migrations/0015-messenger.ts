import { type Kysely, sql } from "kysely";

/** Pages that are connected to bots, and what Messenger's conversations have beside the others. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * `sealed`: the page's token, the app's secret and the verify token. A page speaks through one bot:
 * two would answer every customer twice.
 */
const pages = `
  create table messenger_pages (
    bot_id text primary key references bots on delete cascade,
    page_id text not null unique,
    app_id text not null,
    key_id text not null,
    sealed bytea not null,
    connected_at timestamptz(3) not null default now(),
    paused_until timestamptz,
    stopped_for text check (stopped_for in ('auth', 'restricted')),
    failure_code integer,
    failure_subcode integer,
    failure_trace text,
    failed_at timestamptz
  )`;

/**
 * The outbox of a conversation: one row, which is also the lock. `queued_seq` is the last outbound
 * message, `settled_seq` the last one whose sending has ended; the one after it is being sent, and
 * `sent_parts` of it have arrived. `attempted_at`: a part was handed to Meta, and what became of it
 * is not known. `address` is sealed. What is said to have been taken over before `handed_back_at` was
 * told late, or twice.
 */
const conversations = `
  create table messenger_conversations (
    bot_id text not null,
    conversation_id text not null,
    address bytea not null,
    silent_until timestamptz,
    handed_back_at timestamptz,
    queued_seq integer not null default 0,
    settled_seq integer not null default 0,
    sent_parts smallint not null default 0,
    tries smallint not null default 0,
    attempted_at timestamptz,
    send_at timestamptz,
    fence integer not null default 0,
    primary key (bot_id, conversation_id),
    foreign key (bot_id, conversation_id) references conversations on delete cascade,
    check ((send_at is null) = (settled_seq = queued_seq))
  ) with (fillfactor = 70)`;

const statements = [
  pages,
  conversations,
  `create index messenger_conversations_due on messenger_conversations (send_at)
   where send_at is not null`,
];
