import { type Kysely, sql } from "kysely";

/** Desks of shops' own, and the conversations that are handed to them. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [bridged, toBridge, bridges, conversations, due, leased, places]) {
    await sql.raw(statement).execute(db);
  }
}

/** Events do not become visible in the order of their numbers: each says itself whether it was passed on. */
const bridged = "alter table desk_events add column is_bridged boolean not null default false";

const toBridge =
  "create index desk_events_to_bridge on desk_events (event_id) where not is_bridged";

/** `hook_hash`: of the token in the address that the desk calls; null: it calls none. */
const bridges = `
  create table bridges (
    bot_id text not null references bots on delete cascade,
    kind text not null,
    shown text not null,
    locale text not null,
    with_numbers boolean not null,
    key_id text not null,
    sealed bytea not null,
    hook_hash bytea,
    is_on boolean not null default true,
    created_at timestamptz not null default now(),
    last_done_at timestamptz,
    failing_since timestamptz,
    failures integer not null default 0,
    problem text,
    stopped_at timestamptz,
    stopped_for text,
    next_at timestamptz not null default now(),
    primary key (bot_id)
  )`;

/**
 * How much of a conversation its desk knows. \`told_seq\` is the last message of the transcript that it knows of: there
 * is no second queue of messages. \`due_at\`: null where it knows all. \`stirs\` counts what happened, so that nothing is
 * missed that happens while the desk is told. Until \`rests_until\` what comes is gathered. \`fence\` and \`leased_until\` are of whoever tells it at the moment.
 */
const conversations = `
  create table bridge_conversations (
    bot_id text not null,
    conversation_id text not null,
    place jsonb,
    is_introduced boolean not null default false,
    told_seq integer not null,
    told_holder text,
    is_open boolean not null default true,
    owes_note text,
    heard_close text,
    due_at timestamptz,
    rests_until timestamptz,
    stirs integer not null default 0,
    tries integer not null default 0,
    problem text,
    fence bigint not null default 0,
    leased_until timestamptz,
    primary key (bot_id, conversation_id),
    foreign key (bot_id) references bridges on delete cascade,
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

const due = `
  create index bridge_conversations_due on bridge_conversations (due_at)
  where due_at is not null`;

/** Those that somebody tells of, or died over. */
const leased = `
  create index bridge_conversations_leased on bridge_conversations (bot_id)
  where leased_until is not null`;

/** Finds a conversation by what the desk calls it. */
const places =
  "create index bridge_conversations_places on bridge_conversations using gin (place jsonb_path_ops)";
