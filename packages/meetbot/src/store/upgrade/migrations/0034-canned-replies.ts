import { type Kysely, sql } from "kysely";

/** What people of a shop have ready to say, and which deliveries an operator asked for. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** One for all bots: a version that was seen once stands for one text, whatever is deleted and written again. */
const versions = "create sequence canned_reply_versions as integer";

const replies = `
  create table canned_replies (
    bot_id text not null references bots on delete cascade,
    reply_id text not null,
    name text not null check (char_length(name) between 1 and 40),
    locale text not null,
    text text not null check (char_length(text) between 1 and 2000),
    version integer not null default nextval('canned_reply_versions'),
    updated_at timestamptz not null default now(),
    updated_by text not null,
    primary key (bot_id, reply_id)
  )`;

const statements = [
  versions,
  replies,
  "create unique index canned_replies_name on canned_replies (bot_id, locale, name)",
  // An operator, by id; null: a customer's question asked for it.
  "alter table deliveries add column asked_by text",
  "drop index audit_look_ups",
  `create index audit_look_ups on audit (bot_id, at)
   where action in ('query_sent', 'conformance_started', 'order_looked_up')`,
];
