import { type Kysely, sql } from "kysely";

/** What the console shows of a page, and why messages to Messenger were given up. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** `token_ends_at`: as Meta said when it was last asked; null: it does not end, or nobody asked. */
const pages = `
  alter table messenger_pages
    add column page_name text,
    add column token_ends_at timestamptz,
    add column checked_at timestamptz,
    add column profile_published_at timestamptz`;

/**
 * Outbound messages that were given up and not put again. `class` is null for those of before this
 * table. Nothing here was said by anybody.
 */
const failures = `
  create table messenger_failures (
    bot_id text not null,
    conversation_id text not null,
    seq integer not null,
    class text,
    code integer,
    subcode integer,
    trace text,
    failed_at timestamptz not null default now(),
    primary key (bot_id, conversation_id, seq),
    foreign key (bot_id, conversation_id, seq) references messages on delete cascade
  )`;

const statements = [
  pages,
  failures,
  `create index messenger_failures_latest
   on messenger_failures (bot_id, failed_at, conversation_id, seq)`,
  `insert into messenger_failures (bot_id, conversation_id, seq, failed_at)
   select bot_id, conversation_id, seq, messages.at
   from messages join messenger_conversations using (bot_id, conversation_id)
   where messages.status = 'failed'`,
];
