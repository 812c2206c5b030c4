import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool } from "pg";

/** How long after an agent's last message its mail is due, if the customer has not seen it. */
const unseenForS = 60;

/** How long a node may hold one mail before another node may claim it. */
const leaseS = 60;

/** So often a mail is tried; the pauses between grow from a minute to half an hour. */
const maxTries = 5;

/** Agents' messages older than this that were never mailed (there was no mail server) are not mailed. */
const latestHours = 24;

/** A mail to send, as one node has claimed it. */
export interface DueReplyMail extends ConversationRef {
  /** People's messages after this one go into it. */
  afterSeq: number;
  /** Up to this one. */
  upToSeq: number;
  tries: number;
}

/** How a mail ended. */
export type ReplyMailOutcome = "sent" | "seen" | "no_address" | "refused" | "failed";

/**
 * Only conversations whose customers fetch their messages: where messages are pushed, customers get them anyway. A
 * stretch begins after the last message that the customer wrote or saw, and has one mail. When two nodes want the same
 * row, the second finds it claimed.
 */
const takeText = `
  with waiting as (
    select inbox.bot_id, inbox.conversation_id, person_seq,
      greatest(customer_seq, coalesce(seen.seq, 0)) as after_seq
    from inbox_conversations as inbox
    left join seen_replies as seen using (bot_id, conversation_id)
    where person_seq > greatest(customer_seq, coalesce(seen.seq, 0))
      and person_at <= now() - interval '${unseenForS} seconds'
      and person_at > now() - interval '${latestHours} hours'
      and not exists (
        select from outboxes
        where outboxes.bot_id = inbox.bot_id
          and outboxes.conversation_id = inbox.conversation_id
      )
      and not exists (
        select from reply_mails as known
        where known.bot_id = inbox.bot_id and known.conversation_id = inbox.conversation_id
          and known.after_seq = greatest(customer_seq, coalesce(seen.seq, 0))
          and (known.done_at is not null or known.due_at > now())
      )
    order by person_at limit $1
  ), taken as (
    insert into reply_mails as own (bot_id, conversation_id, after_seq, due_at, tries)
    select bot_id, conversation_id, after_seq, now() + interval '${leaseS} seconds', 1 from waiting
    on conflict (bot_id, conversation_id, after_seq) do update
    set due_at = excluded.due_at, tries = own.tries + 1
    where own.done_at is null and own.due_at <= now()
    returning bot_id, conversation_id, after_seq, tries
  )
  select bot_id as "botId", conversation_id as "conversationId", after_seq as "afterSeq",
    person_seq as "upToSeq", tries
  from taken join waiting using (bot_id, conversation_id, after_seq)`;

const finishText = `
  update reply_mails set done_at = now(), outcome = $4
  where bot_id = $1 and conversation_id = $2 and after_seq = $3`;

const putOffText = `
  update reply_mails set due_at = now() + $4 * interval '1 second'
  where bot_id = $1 and conversation_id = $2 and after_seq = $3`;

const seenText = `
  insert into seen_replies as own (bot_id, conversation_id, seq)
  select bot_id, conversation_id, least($3, last_seq) from conversations
  where bot_id = $1 and conversation_id = $2
  on conflict (bot_id, conversation_id) do update set seq = excluded.seq
  where own.seq < excluded.seq`;

/** Claims mails that are due, those waiting longest first. */
export async function claimReplyMails(pool: Pool, limit: number): Promise<DueReplyMail[]> {
  return (await pool.query<DueReplyMail>(takeText, [limit])).rows;
}

/** Records how a mail ended; one that failed is tried again, until it was tried often enough. */
export async function endReplyMail(
  pool: Pool,
  mail: DueReplyMail,
  outcome: ReplyMailOutcome,
): Promise<void> {
  const place = [mail.botId, mail.conversationId, mail.afterSeq];
  if (outcome === "failed" && mail.tries < maxTries) {
    await pool.query(putOffText, [...place, 60 * 2 ** (mail.tries - 1)]);
  } else {
    await pool.query(finishText, [...place, outcome]);
  }
}

/** Records that the customer's side has received the agents' messages, up to this one. */
export async function recordSeen(pool: Pool, ref: ConversationRef, seq: number): Promise<void> {
  await pool.query(seenText, [ref.botId, ref.conversationId, seq]);
}
