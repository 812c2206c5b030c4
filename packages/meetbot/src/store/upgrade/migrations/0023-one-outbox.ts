import { type Kysely, sql } from "kysely";

/**
 * One outbox, one table of links and one of failures for all channels. Nodes of the version before go on
 * while the others are started anew: what they know by its old name is a view of the same rows, through
 * which they read and write. Only a page that is connected at such a node is refused.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** `channel`: that of the conversation, for a link is found by it. A view's rows are Messenger's. */
const outboxes = [
  "alter table messenger_conversations rename to outboxes",
  "alter table outboxes add column channel text not null default 'messenger'",
  "alter index messenger_conversations_pkey rename to outboxes_pkey",
  "alter index messenger_conversations_due rename to outboxes_due",
  `create view messenger_conversations as
   select bot_id, conversation_id, address, silent_until, handed_back_at, queued_seq, settled_seq,
     sent_parts, tries, attempted_at, send_at, fence
   from outboxes`,
];

/**
 * `external_id`: by which the platform knows what is connected: on each channel it belongs to one bot, for
 * two would answer every customer twice. `details`: what else is no secret. `sealed`: the secrets.
 */
const links = [
  "alter table messenger_pages rename to channel_links",
  "alter table channel_links rename column page_id to external_id",
  "alter table channel_links rename column page_name to name",
  `alter table channel_links
     add column channel text not null default 'messenger',
     add column details jsonb not null default '{}'`,
  "update channel_links set details = jsonb_build_object('app_id', app_id)",
  `alter table channel_links
     drop column app_id,
     drop constraint messenger_pages_pkey,
     drop constraint messenger_pages_page_id_key,
     add constraint channel_links_pkey primary key (bot_id, channel),
     add constraint channel_links_external_id unique (channel, external_id)`,
  `create view messenger_pages as
   select bot_id, external_id as page_id, details->>'app_id' as app_id, key_id, sealed, connected_at,
     paused_until, stopped_for, failure_code, failure_subcode, failure_trace, failed_at,
     name as page_name, token_ends_at, checked_at, profile_published_at
   from channel_links where channel = 'messenger'`,
];

const failures = [
  "alter table messenger_failures rename to outbound_failures",
  "alter index messenger_failures_pkey rename to outbound_failures_pkey",
  "alter index messenger_failures_latest rename to outbound_failures_latest",
  "create view messenger_failures as select * from outbound_failures",
];

const statements = [...outboxes, ...links, ...failures];
