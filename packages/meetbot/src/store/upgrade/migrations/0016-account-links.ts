import { type Kysely, sql } from "kysely";

/** Conversations that are linked with accounts of the shop, and the page on which that begins. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const linkPage = "alter table bots add column link_page text";

/**
 * The link offered last in a conversation, by the hash of its nonce. Once the shop has confirmed it,
 * `sealed` is the account under the conversation's key, and digits that are typed in the
 * conversation are compared with `code_hash`. `account_lookup` is an HMAC.
 */
const offers = `
  create table link_offers (
    bot_id text not null,
    conversation_id text not null,
    nonce_hash bytea not null,
    expires_at timestamptz not null,
    account_lookup bytea,
    sealed bytea,
    code_hash bytea,
    tries_left smallint,
    primary key (bot_id, conversation_id),
    unique (bot_id, nonce_hash),
    foreign key (bot_id, conversation_id) references conversations on delete cascade,
    check (num_nulls(account_lookup, sealed, code_hash, tries_left) in (0, 4))
  )`;

/** With which account a conversation is linked: nothing but an HMAC of it. */
const links = `
  create table account_links (
    bot_id text not null,
    conversation_id text not null,
    account_lookup bytea not null,
    linked_at timestamptz(3) not null default now(),
    expires_at timestamptz not null,
    primary key (bot_id, conversation_id),
    foreign key (bot_id, conversation_id) references conversations on delete cascade
  )`;

const statements = [
  linkPage,
  offers,
  "create index link_offers_expires on link_offers (expires_at)",
  `create index link_offers_account on link_offers (bot_id, account_lookup)
   where account_lookup is not null`,
  links,
  "create index account_links_expires on account_links (expires_at)",
  "create index account_links_account on account_links (bot_id, account_lookup)",
];
