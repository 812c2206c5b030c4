import { type Kysely, sql } from "kysely";

/** The shop speaks first: what it pushes, who wants to be told, and what each was told. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * What a shop said, once for each of its ids. `body_hash`: the same id with another body is refused. `sealed`: all of
 * it, under the master key. `resolve_at`: from then on the shop is asked whose parcel it is; null: nobody needs to know.
 */
const pushes = `
  create table pushes (
    bot_id text not null references bots on delete cascade,
    push_id text not null,
    method text not null,
    body_hash bytea not null,
    key_id text not null,
    sealed bytea not null,
    occurred_at timestamptz not null,
    expires_at timestamptz,
    accepted_at timestamptz not null default now(),
    recipients integer not null default 0,
    news_until timestamptz not null,
    resolve_at timestamptz,
    primary key (bot_id, push_id)
  )`;

/**
 * Consent: who, of what, how, by which wording, since when, until when and why. `lookup`: HMAC of the number or the
 * account. `sealed`: that itself, under the conversation's key.
 */
const subscriptions = `
  create table subscriptions (
    bot_id text not null,
    subscription_id text not null,
    conversation_id text not null,
    scope text not null check (scope in ('order', 'package', 'account')),
    lookup bytea not null,
    sealed bytea not null,
    source text not null check (source in ('choice', 'signed_in', 'linked', 'shop')),
    wording integer not null,
    locale text not null,
    zone text,
    created_at timestamptz not null default now(),
    ends_at timestamptz,
    ended_at timestamptz,
    ended_by text,
    primary key (bot_id, subscription_id),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

/**
 * One push for one conversation. `due_at`: from then on a node may take it; null: it is through, or waits for a visit. `open_at`: a node had
 * the chat open then.
 */
const notifications = `
  create table notifications (
    bot_id text not null,
    push_id text not null,
    conversation_id text not null,
    subscription_id text not null,
    state text not null default 'accepted',
    because text,
    way text,
    status text,
    tries integer not null default 0,
    due_at timestamptz default now(),
    expires_at timestamptz not null,
    fence bigint not null default 0,
    open_at timestamptz,
    at timestamptz not null default now(),
    primary key (bot_id, push_id, conversation_id),
    foreign key (bot_id, push_id) references pushes on delete cascade,
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

/**
 * What each conversation knows of an order or a parcel by now. `is_side`: something went wrong after the stop that
 * `rank` is of. `leg`: 1 on the way back to the sender. `push_id`: which push moved it there and is told; null: none is.
 * `told_status`: what was told last, whatever came silently since.
 */
const progress = `
  create table parcel_progress (
    bot_id text not null,
    conversation_id text not null,
    subject bytea not null,
    status text not null,
    kind text not null,
    rank integer not null,
    leg integer not null default 0,
    occurred_at timestamptz not null,
    push_id text,
    told_status text,
    primary key (bot_id, conversation_id, subject),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

const statements = [
  pushes,
  subscriptions,
  notifications,
  progress,
  "create index pushes_accepted on pushes (accepted_at)",
  "create index pushes_log on pushes (bot_id, accepted_at, push_id)",
  "create index subscriptions_ended on subscriptions (ended_at) where ended_at is not null",
  "create index pushes_unresolved on pushes (resolve_at) where resolve_at is not null",
  "create unique index subscriptions_once on subscriptions (bot_id, conversation_id, lookup) where ended_at is null",
  "create index subscriptions_lookup on subscriptions (bot_id, lookup) where ended_at is null",
  "create index notifications_due on notifications (due_at) where due_at is not null",
  "create index notifications_held on notifications (bot_id, conversation_id) where state = 'held'",
  "create index notifications_conversation on notifications (bot_id, conversation_id)",
];
