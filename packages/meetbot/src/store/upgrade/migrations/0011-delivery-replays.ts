import { type Kysely, sql } from "kysely";

/** Replays of deliveries, messages overwritten, and what the logs are listed and searched by. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * What can be told of a delivery in plain. `seq`: the message whose turn asked; a replay has none,
 * and names the delivery whose question it asks again.
 */
const deliveries = `
  alter table deliveries
    add column seq integer,
    add column exchanges smallint,
    add column secret_fingerprint text,
    add column replay_of text`;

/** The language it is held in; and when an operator had a message overwritten. */
const conversations = "alter table conversations add column locale text";
const messages = "alter table messages add column redacted_at timestamptz";

/**
 * The first takes the place of one without the id, by which pages go on where times are equal; what
 * it includes is what the log is filtered by, so that rows which are not wanted are not fetched. What
 * is rare has small indexes of its own.
 *
 * The condition of the last holds for every row. It keeps the index from the statements of the
 * mailbox, which do not ask for it: in a table that is too new for statistics the planner would take
 * it for the primary key, for it begins with `bot_id`. Retention uses it in place of the one by
 * `created_at`: each event and each turn write all indexes of a conversation anyway, for it becomes
 * due and is due no more.
 */
const indexes = [
  "drop index deliveries_latest",
  `create index deliveries_latest on deliveries (bot_id, started_at desc, delivery_id desc)
   include (method, outcome, http_status, duration_ms)`,
  `create index deliveries_failed on deliveries (bot_id, started_at desc, delivery_id desc)
   where outcome not in ('answered', 'user_not_found', 'order_not_found')`,
  `create index deliveries_replays on deliveries (bot_id, replay_of)
   where replay_of is not null`,
  "drop index conversations_created",
  `create index conversations_active on conversations
   (bot_id, active_at desc, conversation_id desc) where active_at > '-infinity'`,
];

const statements = [deliveries, conversations, messages, ...indexes];
