import { type Kysely, sql } from "kysely";

/** What customers think of an answer, one word for each message, and numbers that outlive it. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [feedback, tallies]) await sql.raw(statement).execute(db);
}

/** Goes with its message, and so with its conversation and its customer. */
const feedback = `
  create table feedback (
    bot_id text not null,
    conversation_id text not null,
    seq integer not null,
    value text not null check (value in ('up', 'down')),
    at timestamptz not null default now(),
    primary key (bot_id, conversation_id, seq),
    foreign key (bot_id, conversation_id, seq) references messages on delete cascade
  )`;

/** By the quarter of an hour in which it was said, as all that is counted. */
const tallies = `
  create table feedback_tallies (
    bot_id text not null references bots on delete cascade,
    quarter timestamptz not null,
    up integer not null default 0,
    down integer not null default 0,
    primary key (bot_id, quarter)
  )`;
