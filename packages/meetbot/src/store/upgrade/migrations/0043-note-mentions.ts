import { type Kysely, sql } from "kysely";

/** Whom a note calls sees it until they have opened its conversation. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const mentions = `
  create table inbox_mentions (
    bot_id text not null,
    conversation_id text not null,
    note_id uuid not null,
    operator_id text not null references operators on delete cascade,
    primary key (bot_id, conversation_id, note_id, operator_id),
    foreign key (bot_id, conversation_id, note_id) references inbox_notes on delete cascade
  )`;

const statements = [
  mentions,
  "create index inbox_mentions_operator on inbox_mentions (operator_id, bot_id)",
];
