import { type Kysely, sql } from "kysely";

/** Where people are told of what happens with a bot, and what is on its way there. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [
    spread,
    toSpread,
    rulesToldAt,
    destinations,
    deliveries,
    deliveriesAt,
    waiting,
  ]) {
    await sql.raw(statement).execute(db);
  }
}

/** Their numbers do not become visible in order: each says itself whether it was passed on. */
const spread = "alter table desk_events add column is_spread boolean not null default false";

const toSpread = "create index desk_events_to_spread on desk_events (event_id) where not is_spread";

/** When was last told that the answers of the shop break a rule. */
const rulesToldAt = "alter table bots add column rules_told_at timestamptz";

/** `fence` and `leased_until` are of whoever sends there at the moment. */
const destinations = `
  create table alert_destinations (
    bot_id text not null references bots on delete cascade,
    destination_id text not null,
    kind text not null,
    name text not null,
    shown text not null,
    is_signed boolean not null,
    locale text not null,
    events text[] not null,
    with_text boolean not null,
    key_id text not null,
    sealed bytea not null,
    is_on boolean not null default true,
    created_at timestamptz not null default now(),
    last_sent_at timestamptz,
    failing_since timestamptz,
    failures integer not null default 0,
    stopped_at timestamptz,
    stopped_for text,
    next_at timestamptz not null default now(),
    fence bigint not null default 0,
    leased_until timestamptz,
    primary key (bot_id, destination_id)
  )`;

/** `send_at`: null where it is through. */
const deliveries = `
  create table alert_deliveries (
    bot_id text not null,
    destination_id text not null,
    event_id bigint not null,
    conversation_id text,
    type text not null,
    facts jsonb not null,
    at timestamptz not null,
    status text not null default 'waiting',
    tries integer not null default 0,
    send_at timestamptz default now(),
    http_status integer,
    problem text,
    ended_at timestamptz,
    primary key (bot_id, destination_id, event_id),
    foreign key (bot_id, destination_id) references alert_destinations on delete cascade
  )`;

/** For those that are old enough to go. */
const deliveriesAt = "create index alert_deliveries_at on alert_deliveries (at)";

const waiting = `
  create index alert_deliveries_waiting on alert_deliveries (bot_id, destination_id, event_id)
  where send_at is not null`;
