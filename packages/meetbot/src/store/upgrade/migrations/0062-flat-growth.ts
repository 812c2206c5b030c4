import { type Kysely, sql } from "kysely";

/**
 * Indexes by which what is asked over and over costs by what it finds, and not by what is stored. Three are of large
 * tables and are built under a lock that lets others read and nobody write: of a million conversations with four
 * messages each it is held for some ten seconds, until the step is committed. Customers who write meanwhile wait.
 * What is dropped or called otherwise is so in the end: that shuts out readers too.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * The key of a message is random: an index that begins with it has a place of its own for each message, and each is
 * read and written as a whole page. Those of one conversation lie together.
 */
const dedupe = `
  create unique index messages_dedupe_of on messages (conversation_id, dedupe_key, bot_id)
  where direction = 'in'`;

/** The list as before; what its filters ask for stands in the index, so that they read nothing else. */
const active = `
  create index conversations_listed on conversations
    (bot_id, active_at desc, conversation_id desc) include (channel, locale)
  where active_at > '-infinity'`;

/** Conversations in which nobody has said anything yet, on every channel. */
const unspoken = `
  create index conversations_unspoken on conversations (bot_id, active_at)
  where last_inbound_seq = 1 and not spoken`;

/** All deliveries but quick, plain answers to usual questions: few, and most filters of the log ask for some of them. */
const unusual = `
  create index deliveries_unusual on deliveries
    (bot_id, started_at desc, delivery_id desc) include (method, outcome, http_status, duration_ms)
  where outcome <> 'answered' or method not in ('orders', 'packages') or http_status <> 200
    or duration_ms >= 1000`;

/**
 * `channel`: that of the conversation, by which they are counted. The third is for the conversation that is deleted, which
 * takes its own along; it ends with the bot, or is taken for the primary key where there are no statistics yet.
 *
 * The condition of the second holds for every row, and keeps the index from statements that do not ask for it.
 */
const subscriptions = [
  "alter table subscriptions add column channel text",
  `update subscriptions as own set channel = it.channel from conversations as it
   where it.bot_id = own.bot_id and it.conversation_id = own.conversation_id`,
  `create index subscriptions_over on subscriptions (ends_at)
   where ended_at is null and ends_at is not null`,
  `create index subscriptions_latest on subscriptions
     (bot_id, created_at desc, subscription_id desc) where created_at > '-infinity'`,
  "create index subscriptions_conversation on subscriptions (conversation_id, bot_id)",
];

const counted = (kind: string) => `
  select since from counted_waits as known
  where known.bot_id = own.bot_id and known.conversation_id = own.conversation_id
    and kind = '${kind}' and since = own.first_waited_at`;

/**
 * For which wait of its customer each was counted: what differs is still to be counted. Those that were counted before
 * are known by their rows.
 */
const waits = [
  `alter table inbox_conversations
     add column reply_counted_for timestamptz,
     add column end_counted_for timestamptz`,
  `update inbox_conversations as own
   set reply_counted_for = (${counted("first_reply")}), end_counted_for = (${counted("resolution")})
   where first_waited_at is not null`,
  `create index inbox_conversations_uncounted on inbox_conversations (updated_at)
   where first_waited_at is not null and first_replied_at is not null
     and (reply_counted_for is distinct from first_waited_at
       or status = 'closed' and closed_at is not null
         and end_counted_for is distinct from first_waited_at)`,
];

/**
 * Whether somebody who was asked back was understood afterwards. Null: it is looked up, until a day has passed.
 */
const unanswered = "alter table unanswered add column is_followed boolean";

/** The names that there were: what nodes of the version before know errors by. */
const exchange = [
  "drop index messages_dedupe",
  "alter index messages_dedupe_of rename to messages_dedupe",
  "drop index conversations_active",
  "alter index conversations_listed rename to conversations_active",
  "drop index conversations_empty",
];

/** Conversations first: turns begin with theirs, and wait there with nothing in hand. */
const statements = [
  ...[active, unspoken, dedupe, unusual, ...subscriptions],
  ...[...waits, unanswered, ...exchange],
];
