import { type Kysely, sql } from "kysely";

/** Whether a bot may have a language model asked, and which command it chose for an utterance. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [setting, calls]) await sql.raw(statement).execute(db);
}

const setting = "alter table bots add column language_model boolean not null default false";

/** Names of lists, numbers and a word for what failed: nothing that anybody wrote. */
const calls = `
  create table model_calls (
    bot_id text not null,
    conversation_id text not null,
    seq integer not null,
    call jsonb not null check (jsonb_typeof(call) = 'object'),
    primary key (bot_id, conversation_id, seq),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;
