import { type Kysely, sql } from "kysely";

/** Mailboxes that customers have proved to be theirs, and where they are told of their orders. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql.raw(newsEmails).execute(db);
}

/**
 * Never an address that was only typed. `lookup`: of the account, so that the customer is found who is to be
 * forgotten. `ended_by`: `unsubscribed` from a mail, `bounced`, or `returned` to somebody else's hands.
 */
const newsEmails = `
  create table news_emails (
    bot_id text not null,
    conversation_id text not null,
    sealed bytea not null,
    lookup bytea not null,
    confirmed_at timestamptz not null default now(),
    ended_at timestamptz,
    ended_by text check (ended_by in ('unsubscribed', 'bounced', 'returned')),
    primary key (bot_id, conversation_id),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  );
  create index news_emails_lookup on news_emails (lookup)`;
