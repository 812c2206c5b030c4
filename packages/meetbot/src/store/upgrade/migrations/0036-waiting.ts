import { type Kysely, sql } from "kysely";

/** Holidays, emails that were left, replies by mail with their links, ratings, and how long people took. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of [
    settings,
    leftEmails,
    replyMails,
    returnLinks,
    ratings,
    ratedAccounts,
    ratingTallies,
    counted,
    waitTallies,
  ]) {
    await sql.raw(statement).execute(db);
  }
}

const settings = `
  alter table bots
    add column holidays text[] not null default '{}',
    add column ask_rating text not null default 'off' check (ask_rating in ('off', 'person', 'all'))`;

/** Where a customer is to be answered who has left; sealed, and found by its lookup. It proves nothing. */
const leftEmails = `
  create table left_emails (
    bot_id text not null,
    conversation_id text not null,
    sealed bytea not null,
    lookup bytea not null,
    left_at timestamptz not null default now(),
    primary key (bot_id, conversation_id),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  );
  create index left_emails_lookup on left_emails (lookup)`;

/**
 * One mail for each stretch of what people wrote: until the customer writes again. Nodes take it by a lease.
 * \`after_seq\` is the customer's last message before it.
 */
const replyMails = `
  create table reply_mails (
    bot_id text not null,
    conversation_id text not null,
    after_seq integer not null,
    due_at timestamptz not null,
    tries integer not null default 0,
    done_at timestamptz,
    outcome text check (outcome in ('sent', 'seen', 'no_address', 'refused', 'failed')),
    primary key (bot_id, conversation_id, after_seq),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  );
  create index inbox_conversations_unread on inbox_conversations (person_at)
  where person_seq is not null;
  create table seen_replies (
    bot_id text not null,
    conversation_id text not null,
    seq integer not null,
    primary key (bot_id, conversation_id),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

/**
 * A mail's way back into its conversation, once. Of its token only a hash is kept; of the conversation nothing is
 * shown there up to \`shown_from\`. A stream that was opened before \`returned_seq\` ends there.
 */
const returnLinks = `
  create table return_links (
    bot_id text not null,
    token_hash bytea not null,
    conversation_id text not null,
    shown_from integer not null,
    sealed bytea not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (bot_id, token_hash),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  );
  create index return_links_conversation on return_links (bot_id, conversation_id);
  alter table conversations
    add column shown_from integer not null default 0,
    add column returned_seq integer not null default 0`;

/** What a customer thinks of the conversation, from 1 to 5, with words that are sealed; goes with it. */
const ratings = `
  create table ratings (
    bot_id text not null,
    conversation_id text not null,
    holder text not null check (holder in ('bot', 'person')),
    asked_at timestamptz not null default now(),
    value smallint check (value between 1 and 5),
    rated_at timestamptz,
    sealed bytea,
    primary key (bot_id, conversation_id),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

/** Who was asked lately, though the conversation is gone; the lookup of an account and nothing else. */
const ratedAccounts = `
  create table rated_accounts (
    bot_id text not null references bots on delete cascade,
    lookup bytea not null,
    asked_at timestamptz not null default now(),
    primary key (bot_id, lookup)
  );
  create index rated_accounts_asked on rated_accounts (asked_at);
  create index rated_accounts_lookup on rated_accounts (lookup)`;

const ratingTallies = `
  create table rating_tallies (
    bot_id text not null references bots on delete cascade,
    quarter timestamptz not null,
    holder text not null,
    value smallint not null,
    ratings integer not null,
    primary key (bot_id, quarter, holder, value)
  )`;

/** Whose times are counted already. */
const counted = `
  create table counted_waits (
    bot_id text not null,
    conversation_id text not null,
    kind text not null check (kind in ('first_reply', 'resolution')),
    since timestamptz not null,
    seconds integer not null,
    at timestamptz not null,
    primary key (bot_id, conversation_id, kind, since),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  );
  create index counted_waits_latest on counted_waits (bot_id, kind, at)`;

/** How long customers waited within office hours, in classes, by the quarter in which the wait ended. */
const waitTallies = `
  create table wait_tallies (
    bot_id text not null references bots on delete cascade,
    quarter timestamptz not null,
    kind text not null,
    duration_class smallint not null,
    waits integer not null,
    primary key (bot_id, quarter, kind, duration_class)
  )`;
