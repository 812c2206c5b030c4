import { type Kysely, sql } from "kysely";

/** What shops answer themselves, version by version, and how often each topic was asked. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [books, requests, requestsAt, tallies])
    await sql.raw(statement).execute(db);
}

/** The newest version is live. */
const books = `
  create table answer_books (
    bot_id text not null references bots on delete cascade,
    version integer not null,
    key_id text not null,
    sealed bytea not null,
    created_at timestamptz not null default now(),
    created_by text not null,
    what text not null,
    topic text,
    primary key (bot_id, version)
  )`;

/** Goes with its message, and so with its conversation and its customer. */
const requests = `
  create table topic_requests (
    bot_id text not null,
    conversation_id text not null,
    seq integer not null,
    topic text not null,
    answered boolean not null,
    at timestamptz not null default now(),
    primary key (bot_id, conversation_id, seq),
    foreign key (bot_id, conversation_id, seq) references messages on delete cascade
  )`;

const requestsAt = "create index topic_requests_at on topic_requests (bot_id, at)";

/** By the quarter of an hour in which it was asked, as all that is counted. */
const tallies = `
  create table topic_tallies (
    bot_id text not null references bots on delete cascade,
    quarter timestamptz not null,
    topic text not null,
    asked integer not null,
    answered integer not null,
    primary key (bot_id, quarter, topic)
  )`;
