import { type Kysely, sql } from "kysely";

/** Browsers of customers that are told of their orders while no page of the chat is open. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [keys, devices, byConversation]) await sql.raw(statement).execute(db);
}

/** By what push services know a bot: what one shop's browsers subscribed with means nothing to another's. */
const keys = `
  create table customer_push_keys (
    bot_id text primary key references bots on delete cascade,
    key_id text not null,
    sealed bytea not null
  )`;

/**
 * `endpoint_hash`: of where the browser takes pushes and of its keys, so that whoever learns only where can take
 * nobody's place. `sealed`: all of that, under the conversation's key.
 */
const devices = `
  create table customer_devices (
    bot_id text not null,
    device_id text not null,
    conversation_id text not null,
    endpoint_hash bytea not null,
    sealed bytea not null,
    locale text,
    created_at timestamptz not null default now(),
    last_sent_at timestamptz,
    primary key (bot_id, device_id),
    unique (bot_id, endpoint_hash),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

const byConversation =
  "create index customer_devices_conversation on customer_devices (bot_id, conversation_id)";
