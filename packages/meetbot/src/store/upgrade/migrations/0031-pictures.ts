import { type Kysely, sql } from "kysely";

/** Whether a bot takes pictures of customers, and those that it has taken. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [setting, pictures, sealed, byDay]) await sql.raw(statement).execute(db);
}

const setting = "alter table bots add column pictures boolean not null default false";

/** `dedupe_key`: of the message that it came with. `received_bytes`: as it was sent, for the limit of a day. */
const pictures = `
  create table pictures (
    bot_id text not null,
    conversation_id text not null,
    picture_id text not null,
    dedupe_key text not null,
    place integer not null,
    type text not null,
    width integer,
    height integer,
    bytes integer not null,
    received_bytes integer not null,
    is_scanned boolean not null,
    body bytea not null,
    at timestamptz not null default now(),
    primary key (bot_id, conversation_id, picture_id),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

/** What is sealed cannot be made shorter. */
const sealed = "alter table pictures alter column body set storage external";

const byDay = "create index pictures_by_day on pictures (bot_id, at)";
