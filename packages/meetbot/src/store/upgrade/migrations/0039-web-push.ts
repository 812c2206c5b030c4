import { type Kysely, sql } from "kysely";

/** Browsers of operators that are told while no page of the console is open there. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** By what push services know this installation. */
const keys = `
  create table web_push_keys (
    one boolean primary key default true check (one),
    key_id text not null,
    sealed bytea not null
  )`;

/** Each ends with the session in which it was made. `next_at`: it was too much for its push service until then. */
const devices = `
  create table web_push_devices (
    device_id text primary key,
    operator_id text not null references operators on delete cascade,
    session_id text not null references operator_sessions on delete cascade,
    endpoint_hash bytea not null unique,
    shown text not null,
    scope text not null check (scope in ('mine', 'all')),
    locale text not null,
    key_id text not null,
    sealed bytea not null,
    created_at timestamptz not null default now(),
    last_sent_at timestamptz,
    next_at timestamptz not null default now()
  )`;

/** The latest news of a conversation on its way to a device; gone once it is through. */
const pushes = `
  create table web_pushes (
    bot_id text not null references bots on delete cascade,
    device_id text not null references web_push_devices on delete cascade,
    conversation_id text not null,
    event_id bigint not null,
    type text not null,
    at timestamptz not null,
    tries integer not null default 0,
    send_at timestamptz not null default now(),
    fence bigint not null default 0,
    primary key (bot_id, device_id, conversation_id)
  )`;

const statements = [
  keys,
  devices,
  pushes,
  "create index web_push_devices_operator on web_push_devices (operator_id)",
  "create index web_push_devices_session on web_push_devices (session_id)",
  "create index web_pushes_device on web_pushes (device_id)",
  "create index web_pushes_send_at on web_pushes (send_at)",
];
