import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";

/** How long a platform may resend an event; copies were seen hours later. */
export const eventsKnownHours = 48;

/** In SQL: the hash of a customer's event, which reveals neither. */
export const eventHash = (lookup: string, dedupeKey: string) =>
  `sha256(${lookup} || convert_to(${dedupeKey}, 'UTF8'))`;

/**
 * Deletes conversations on request and returns how many. Each row takes with it the key of all its messages, and the
 * shop events that concerned no other conversation. Ids of platform events stay stored: a repeated event must not begin
 * a new conversation, which would answer a forgotten message.
 *
 * The rows are locked first, in the order in which webhooks lock them, so that the second statement sees every event
 * that was stored in them.
 */
export async function forgetConversations(
  db: Transaction<Tables>,
  which: RawBuilder<unknown>,
): Promise<number> {
  await sql`select from conversations where ${which} order by token_hash for update`.execute(db);
  await sql`
    with going as (select bot_id, conversation_id from conversations where ${which})
    delete from pushes
    where (bot_id, push_id) in (
        select bot_id, push_id from notifications join going using (bot_id, conversation_id)
      ) and not exists (
        select from notifications as other
        where other.bot_id = pushes.bot_id and other.push_id = pushes.push_id
          and (other.bot_id, other.conversation_id) not in (select * from going)
      )`.execute(db);
  // Deletes parcels pushed by the shop for orders that the conversation named or followed; parcels from the shop's
  // answers are deleted with their conversation.
  await sql`
    with going as (select bot_id, conversation_id from conversations where ${which})
    delete from tracked_orders
    where conversation_id is null and (bot_id, order_lookup) in (
      select bot_id, lookup from conversation_numbers join going using (bot_id, conversation_id)
      union select bot_id, lookup from subscriptions join going using (bot_id, conversation_id)
    )`.execute(db);
  const { rows } = await sql`
    with gone as (
      delete from conversations where ${which}
      returning bot_id, conversation_id, token_hash
    ), known as (
      insert into forgotten_events (bot_id, event, expires_at)
      select bot_id, ${sql.raw(eventHash("token_hash", "dedupe_key"))},
        at + ${eventsKnownHours} * interval '1 hour'
      from gone join messages using (bot_id, conversation_id)
      where exists (
          select from outboxes as own
          where own.bot_id = gone.bot_id and own.conversation_id = gone.conversation_id
        ) and direction = 'in'
        and at > now() - ${eventsKnownHours} * interval '1 hour'
      on conflict (bot_id, event) do update set expires_at = excluded.expires_at
    )
    select from gone`.execute(db);
  return rows.length;
}
