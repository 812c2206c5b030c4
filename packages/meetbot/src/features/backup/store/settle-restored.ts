import { ratingTimes } from "@meetbot/model/log/rating-times.ts";
import type { ClientBase } from "pg";

/** Deliveries that were pending when the backup was made, and that Meetbot does not send again. */
export interface SettledRestore {
  /** Messages to platforms; an agent can send each again by hand. */
  messages: number;
  /** Events of customers on platforms that had no answer yet. */
  events: number;
  /** Notifications about shop pushes. */
  notifications: number;
  /** Alerts to people of the shop. */
  alerts: number;
  /** Mails with answers. */
  mails: number;
}

/**
 * How many numbers to skip: the original database may have used them since the backup, and other systems remember them.
 */
const skippedNumbers = 1_000_000;
const skippedMessages = 1_000;

/** Outbound messages that may have arrived since the backup; they are not sent to the customer a second time. */
const messages = `
  with ended as (
    update messages set status = 'failed'
    from outboxes as own
    where messages.bot_id = own.bot_id and messages.conversation_id = own.conversation_id
      and messages.direction = 'out' and messages.seq > own.settled_seq
      and messages.status in ('queued', 'sending', 'unknown')
    returning messages.bot_id, messages.conversation_id, seq
  ), freed as (
    update outboxes set settled_seq = greatest(settled_seq, queued_seq), sent_parts = 0, tries = 0,
      attempted_at = null, send_at = null
    where send_at is not null or settled_seq < queued_seq
  ), kept as (
    insert into outbound_failures (bot_id, conversation_id, seq, class)
    select *, 'ambiguous' from ended on conflict do nothing
  )
  select count(*)::integer as count from ended`;

/**
 * Ends pending events on platforms only, where customers have seen an answer by now. Where customers read the
 * transcript itself, the bot answers as usual.
 */
const events = `
  with own as (
    select bot_id, conversation_id from conversations join outboxes using (bot_id, conversation_id)
    where due_at is not null
  ), counted as (
    select from messages join own using (bot_id, conversation_id)
    join conversations as it using (bot_id, conversation_id)
    where direction = 'in' and seq > it.handled_seq
  ), ended as (
    update conversations as it set handled_seq = last_inbound_seq, due_at = null
    from own where it.bot_id = own.bot_id and it.conversation_id = own.conversation_id
  )
  select count(*)::integer as count from counted`;

/**
 * Subscribed customers already got the update, or get the next one. The shop already received the outcome, or asks for
 * it.
 */
const notifications = `
  with ended as (
    update notifications set state = 'expired', because = 'expired', due_at = null, at = now()
    where due_at is not null or state = 'held' returning bot_id
  )
  select count(*)::integer as count from ended`;

const alerts = `
  with ended as (
    update alert_deliveries set status = 'given_up', send_at = null, ended_at = now()
    where send_at is not null returning bot_id
  )
  select count(*)::integer as count from ended`;

/** Selects mails the same way as the query for waiting mails; customers can read unseen replies in the chat. */
const mails = `
  with ended as (
    insert into reply_mails as own (bot_id, conversation_id, after_seq, due_at, done_at, outcome)
    select inbox.bot_id, inbox.conversation_id, greatest(customer_seq, coalesce(seen.seq, 0)), now(),
      now(), 'failed'
    from inbox_conversations as inbox left join seen_replies as seen using (bot_id, conversation_id)
    where person_seq > greatest(customer_seq, coalesce(seen.seq, 0))
    on conflict (bot_id, conversation_id, after_seq) do update
    set done_at = now(), outcome = 'failed' where own.done_at is null
    returning bot_id
  )
  select count(*)::integer as count from ended`;

/** Everything else that would be repeated, or would reopen what has been closed since the backup. */
const others = [
  "update notifications set told_state = 'expired' where told_state in ('accepted', 'held', 'queued')",
  "update pushes set resolve_at = null where resolve_at is not null",
  "update desk_events set is_spread = true, is_bridged = true where not (is_spread and is_bridged)",
  "update alert_destinations set leased_until = null where leased_until is not null",
  "delete from web_pushes",
  "update conversations set lease_until = null where lease_until is not null",
  // Customers who had begun to rate are not asked again.
  `insert into ratings (bot_id, conversation_id, holder)
   select bot_id, conversation_id, case when person_seq > 0 then 'person' else 'bot' end
   from conversations left join inbox_conversations using (bot_id, conversation_id)
   where active_at > now() - interval '${ratingTimes.latestHours} hours'
     or closed_at > now() - interval '${ratingTimes.latestHours} hours'
   on conflict do nothing`,
  // A help desk identifies messages by their numbers. Conversations not yet opened there are still opened: a customer
  // may be waiting.
  `update conversations as own set last_seq = last_seq + ${skippedMessages}
   from bridge_conversations as told
   where told.bot_id = own.bot_id and told.conversation_id = own.conversation_id
     and told.place is not null`,
  `update bridge_conversations as own
   set told_seq = last_seq, due_at = null, leased_until = null, rests_until = null, owes_note = null
   from conversations as it
   where it.bot_id = own.bot_id and it.conversation_id = own.conversation_id and place is not null`,
  // Systems outside identify alerts by these numbers.
  `select setval('desk_events_event_id_seq', last_value + ${skippedNumbers}) from desk_events_event_id_seq`,
  // One-time links may have been used, and signed-in users may have been signed out, since the backup.
  "delete from operator_sessions",
  "delete from operator_verifications",
  "delete from one_time_links",
  "delete from link_offers",
  "update return_links set used_at = now() where used_at is null",
];

/**
 * Makes a restored database safe to run on: since the backup, the original database kept running and sent what was
 * pending in it.
 */
export async function settleRestored(client: ClientBase): Promise<SettledRestore> {
  const count = async (statement: string) => {
    const { rows } = await client.query<{ count: number }>(statement);
    return rows[0]?.count ?? 0;
  };
  // Settles events before messages: both statements check what is queued.
  const settled = {
    events: await count(events),
    messages: await count(messages),
    notifications: await count(notifications),
    alerts: await count(alerts),
    mails: await count(mails),
  };
  for (const statement of others) await client.query(statement);
  return settled;
}
