import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { PoolClient } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { openState, sealState } from "../../platform/sealing/sealed-state.ts";
import { elsewhere } from "../mailbox/held.ts";
import { silentHours } from "../outbox/outbox-steps.ts";

// Another app of the page answers, or the bot again. The conversation's row is locked, and its outbox follows it.

/** Of the fact, by the platform's clock, in Unix milliseconds; null: unknown. */
const moment = "coalesce(to_timestamp($3::double precision / 1000), clock_timestamp())";

const isElsewhere = `held_by is not distinct from '${elsewhere}'`;

/**
 * A running turn is lost: the app that took over answers. Late or repeated facts from before the takeover change
 * nothing. A takeover is reported for conversations that involved agents, and nothing in them counts as unanswered.
 */
const holdStatement = {
  name: "channel-hold",
  ...inTime,
  text: `
    with before as (
      select ${isElsewhere} as was_elsewhere from conversations
      where bot_id = $1 and conversation_id = $2
    ), held as (
      update conversations
      set holder = 'person', held_by = '${elsewhere}', held_at = ${moment},
        holder_version = holder_version + (not ${isElsewhere})::integer,
        fence = fence + 1, lease_until = null
      where bot_id = $1 and conversation_id = $2 and (held_at is null or held_at < ${moment})
        and not exists (select from outboxes
          where bot_id = $1 and conversation_id = $2 and handed_back_at >= ${moment})
      returning 1
    ), listed as (
      update inbox_conversations
      set waiting_since = null, owed_since = null, updated_at = now(),
        snoozed_until = null, snoozed_until_reply = false,
        person_seq = greatest(person_seq, customer_seq),
        person_at = now(), first_replied_at = coalesce(first_replied_at, now())
      from held
      where bot_id = $1 and conversation_id = $2 and status = 'open'
      returning 1
    ), told as (
      insert into desk_events (bot_id, conversation_id, type, facts)
      select $1, $2, 'conversation.taken', '{"by": "${elsewhere}"}'
      from listed, before where not was_elsewhere
    )
    select from held`,
};

const silenceStatement = {
  name: "channel-take-over",
  ...inTime,
  text: `
    update outboxes
    set silent_until = now() + interval '${silentHours} hours',
      send_at = case when send_at is not null then now() + interval '${silentHours} hours' end
    where bot_id = $1 and conversation_id = $2`,
};

/**
 * Gives another app the conversation from that moment on and silences the bot. Returns false if the conversation got
 * another holder later than that.
 */
export async function takeOver(
  client: PoolClient,
  { botId, conversationId }: ConversationRef,
  atMs: number | null,
): Promise<boolean> {
  const at = [botId, conversationId];
  const held = await client.query({ ...holdStatement, values: [...at, atMs] });
  if (held.rowCount !== 1) return false;
  await client.query({ ...silenceStatement, values: at });
  return true;
}

const stateStatement = {
  name: "channel-state",
  ...inTime,
  text: "select state from conversations where bot_id = $1 and conversation_id = $2",
};

/** If people were involved, the conversation is settled. */
const returnStatement = {
  name: "channel-return",
  ...inTime,
  text: `
    with back as (
      update conversations
      set holder = 'bot', held_by = null, held_at = ${moment}, state = coalesce($4, state),
        holder_version = holder_version + 1, fence = fence + 1, lease_until = null
      where bot_id = $1 and conversation_id = $2 and ${isElsewhere} and held_at <= ${moment}
      returning 1
    ), listed as (
      update inbox_conversations
      set status = 'closed', closed_at = now(), updated_at = now() from back
      where bot_id = $1 and conversation_id = $2 and status = 'open'
      returning 1
    ), told as (
      insert into desk_events (bot_id, conversation_id, type, facts)
      select $1, $2, 'conversation.returned', '{"reason": "given_back", "by": "${elsewhere}"}'
      from listed
    )
    select from back`,
};

/** Resumes what was waiting, except for a part that may have arrived: its echo still has time to come. */
const speakStatement = {
  name: "channel-hand-back",
  ...inTime,
  text: `
    update outboxes
    set silent_until = null, handed_back_at = ${moment},
      send_at = case when send_at is not null
        then coalesce(attempted_at + interval '60 seconds', now()) end
    where bot_id = $1 and conversation_id = $2 and silent_until is not null`,
};

/** Lets the bot answer again. Returns `false` if nobody else held the conversation, or got it later. */
export async function handBack(
  client: PoolClient,
  keys: ConversationKeys,
  ref: ConversationRef,
  { atMs, left }: { atMs: number | null; left: StateLeft },
): Promise<boolean> {
  const at = [ref.botId, ref.conversationId];
  const { rows } = await client.query<{ state: Buffer | null }>({ ...stateStatement, values: at });
  const [sealed, key] = [rows[0]?.state ?? null, await keys.of(ref)];
  const state = sealed && key && sealState(key, ref, left(openState(key, ref, sealed)));
  const back = await client.query({ ...returnStatement, values: [...at, atMs, state] });
  if (back.rowCount !== 1) return false;
  await client.query({ ...speakStatement, values: [...at, atMs] });
  return true;
}

/** Returns the bot's state after an agent has left. */
export type StateLeft = (before: ConversationState) => ConversationState;
