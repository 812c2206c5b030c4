import { inTime } from "../../platform/postgres/statement-time.ts";
import { type LockedConversation, placeOf } from "./desk-transaction.ts";

// How agents' moves change a conversation's row in the inbox. Every takeover or message opens it.

const takenStatement = {
  name: "inbox-taken",
  ...inTime,
  text: `
    insert into inbox_conversations as own (bot_id, conversation_id, reason, customer_seq, customer_at)
    select $1, $2, 'stepped_in', seq, case when seq is not null then now() end
    from (
      select max(seq) as seq from messages
      where bot_id = $1 and conversation_id = $2 and direction = 'in' and seq > (
        select handled_seq from conversations where bot_id = $1 and conversation_id = $2
      )
    ) as pending
    on conflict (bot_id, conversation_id) do update
    set customer_seq = coalesce(excluded.customer_seq, own.customer_seq),
      customer_at = coalesce(excluded.customer_at, own.customer_at),
      status = 'open', closed_at = null, waiting_since = null,
      snoozed_until = null, snoozed_until_reply = false, updated_at = now()`,
};

/** Records that an agent has the conversation. Messages the bot was about to answer count as unanswered from now on. */
export async function recordTaken({ client, ref }: LockedConversation): Promise<void> {
  await client.query({ ...takenStatement, values: placeOf(ref) });
}

const saidStatement = {
  name: "inbox-said",
  ...inTime,
  text: `
    update inbox_conversations
    set person_seq = $3, person_at = now(), first_replied_at = coalesce(first_replied_at, now()),
      owed_since = null, updated_at = now()
    where bot_id = $1 and conversation_id = $2`,
};

/** Records that an agent has answered, so the customer is owed nothing. */
export async function recordAnswered(
  { client, ref }: LockedConversation,
  seq: number,
): Promise<void> {
  await client.query({ ...saidStatement, values: [...placeOf(ref), seq] });
}

const returnedStatement = {
  name: "inbox-returned",
  ...inTime,
  text: `
    update inbox_conversations
    set waiting_since = null, updated_at = now(),
      owed_since = case when $3 = 'nobody' then coalesce(owed_since, now()) end,
      status = case when $3 = 'nobody' then status else 'closed' end,
      closed_at = case when $3 = 'nobody' then closed_at else now() end
    where bot_id = $1 and conversation_id = $2`,
};

/**
 * Records that the bot has the conversation again. If no agent came, the shop owes an answer; otherwise it is closed.
 */
export async function recordReturned(
  { client, ref }: LockedConversation,
  reason: "given_back" | "closed" | "nobody",
): Promise<void> {
  await client.query({ ...returnedStatement, values: [...placeOf(ref), reason] });
}

const waitingStatement = {
  name: "inbox-waiting",
  ...inTime,
  text: `
    update inbox_conversations
    set waiting_since = now(), updated_at = now(),
      assigned_to = case when assigned_to = $3 then null else assigned_to end
    where bot_id = $1 and conversation_id = $2`,
};

/** Records that the holder is gone, so the conversation waits for another agent. */
export async function recordWaiting(
  { client, ref }: LockedConversation,
  operatorId: string,
): Promise<void> {
  await client.query({ ...waitingStatement, values: [...placeOf(ref), operatorId] });
}

const reopenedStatement = {
  name: "inbox-reopened",
  ...inTime,
  text: `
    update inbox_conversations
    set status = 'open', closed_at = null, owed_since = coalesce(owed_since, now()), updated_at = now()
    where bot_id = $1 and conversation_id = $2 and status = 'closed'`,
};

/** Reopens a conversation that was closed too early and lists it as owed. Returns `false` if it was not closed. */
export async function recordReopened({ client, ref }: LockedConversation): Promise<boolean> {
  const { rowCount } = await client.query({ ...reopenedStatement, values: placeOf(ref) });
  return rowCount === 1;
}
