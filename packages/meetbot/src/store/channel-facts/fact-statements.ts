import { inTime } from "../../platform/postgres/statement-time.ts";

// Statements with which a fact changes its locked conversation.

/**
 * Messages are sent one after the other, so everything before the echoed message arrived with it or before it. If the
 * call is still in progress, the node that made it continues; if that node died, the next attempt comes when no call
 * can be alive.
 *
 * Both rows are locked before they are read, in the order of `outbox-proceed`: a call's outcome that is recorded at the
 * same moment is seen whole, or not at all.
 */
export const arriveStatement = {
  name: "channel-arrive",
  ...inTime,
  text: `
    with head as materialized (
      select settled_seq as before from outboxes
      where bot_id = $1 and conversation_id = $2 and settled_seq < $3 and queued_seq >= $3
      for no key update
    ), message as materialized (
      select status from head, messages
      where bot_id = $1 and conversation_id = $2 and seq = $3 and direction = 'out'
      for share of messages
    ), earlier as (
      update messages set status = 'sent' from head, message
      where bot_id = $1 and conversation_id = $2 and direction = 'out' and seq > before and seq < $3
      returning seq
    )
    update outboxes as own
    set settled_seq = coalesce(passed.seq, settled_seq), sent_parts = $4 + 1, tries = 0,
      attempted_at = null,
      send_at = greatest(silent_until, case when message.status = 'unknown' then now()
        else least(send_at, attempted_at + interval '25 seconds') end)
    from message, (select max(seq) as seq from earlier) as passed
    where own.bot_id = $1 and own.conversation_id = $2 and settled_seq < $3 and queued_seq >= $3
      and (sent_parts <= $4 or passed.seq is not null)
    returning own.conversation_id`,
};

/**
 * Marks all waiting messages as if they had been sent and refused, since none can reach the customer. A call in
 * progress records nothing.
 */
export const goneStatement = {
  name: "channel-gone",
  ...inTime,
  text: `
    with held as materialized (
      select settled_seq as before, queued_seq as last from outboxes
      where bot_id = $1 and conversation_id = $2 and queued_seq > settled_seq
      for no key update
    ), ended as (
      update outboxes
      set settled_seq = last, sent_parts = 0, tries = 0, attempted_at = null, send_at = null,
        fence = fence + 1
      from held
      where bot_id = $1 and conversation_id = $2
      returning before, settled_seq
    ), marked as (
      update messages set status = 'failed' from ended
      where bot_id = $1 and conversation_id = $2 and direction = 'out'
        and seq > before and seq <= ended.settled_seq
      returning seq
    )
    insert into outbound_failures (bot_id, conversation_id, seq, class)
    select $1, $2, seq, 'gone' from marked`,
};

/** The customer accepts the bot's messages again: those given up because the customer was gone may be retried. */
export const backStatement = {
  name: "channel-back",
  ...inTime,
  text: `
    update conversations set active_at = now() where bot_id = $1 and conversation_id = $2`,
};

/** Marks a sent message as not delivered. Skips messages whose sending is not complete: that reports its own result. */
export const failStatement = {
  name: "channel-fail",
  ...inTime,
  text: `
    with marked as (
      update messages set status = 'failed'
      where bot_id = $1 and conversation_id = $2 and seq = $3 and direction = 'out'
        and status = 'sent' and redacted_at is null
        and seq <= (select settled_seq from outboxes where bot_id = $1 and conversation_id = $2)
      returning seq
    )
    insert into outbound_failures (bot_id, conversation_id, seq, class, code, subcode, trace)
    select $1, $2, seq, $4, $5::integer, $6::integer, $7 from marked`,
};
