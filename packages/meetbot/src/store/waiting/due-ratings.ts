import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { RatedHolder } from "@meetbot/model/conversation/waiting.ts";
import { ratingTimes } from "@meetbot/model/log/rating-times.ts";
import type { Pool } from "pg";
import { inTransaction } from "../../platform/postgres/in-transaction.ts";

const { afterMinutes, latestHours, onceInDays } = ratingTimes;

/** Conversations that ended earlier than this are too old for a rating request. */
export const maxRatingMinutes = 60 * latestHours - afterMinutes;

/** A conversation whose customer is due a rating request. */
export interface DueRating extends ConversationRef {
  holder: RatedHolder;
}

/** No rating was requested in this conversation before, nor recently from any account named in it. */
const isFresh = `
  not exists (
    select from ratings as known
    where known.bot_id = own.bot_id and known.conversation_id = own.conversation_id
    offset 0
  ) and not exists (
    select from conversation_accounts as named join rated_accounts as rated using (bot_id, lookup)
    where named.bot_id = own.bot_id and named.conversation_id = own.conversation_id
      and rated.asked_at > now() - interval '${onceInDays} days'
    offset 0
  )`;

const since = `now() - make_interval(mins => ${afterMinutes} + $2)`;

const ended = (moment: string) => `
  ${moment} <= now() - interval '${afterMinutes} minutes' and ${moment} > ${since}`;

/**
 * Selects conversations that an agent answered and closed, and whose customer has written nothing since. If the bot may
 * ask for ratings of its own answers too, also those in which the shop answered, nobody else was called, and nobody has
 * written since. The conditions that the indexes need are repeated: closing changes a conversation, so none was closed
 * after its last change. Each part is looked up separately (`offset 0`).
 */
const dueText = `
  select own.bot_id as "botId", own.conversation_id as "conversationId", 'person' as holder
  from bots cross join lateral (
    select * from inbox_conversations
    where inbox_conversations.bot_id = bots.bot_id and status = 'closed' and updated_at > ${since}
      and person_seq > 0 and ${ended("closed_at")}
    offset 0
  ) as own cross join lateral (
    select active_at from conversations
    where conversations.bot_id = own.bot_id and conversations.conversation_id = own.conversation_id
    offset 0
  ) as it
  where ask_rating in ('person', 'all') and active_at <= closed_at and ${isFresh}
  union all
  select own.bot_id, own.conversation_id, 'bot'
  from bots cross join lateral (
    select * from conversations
    where conversations.bot_id = bots.bot_id and active_at > '-infinity' and ${ended("active_at")}
      and answered and holder = 'bot'
    order by active_at offset 0
  ) as own
  where ask_rating = 'all' and ${isFresh}
    and not exists (
      select from inbox_conversations as called
      where called.bot_id = own.bot_id and called.conversation_id = own.conversation_id
      offset 0
    )
  limit $1`;

/** Claims the accounts first, in order: if two conversations of one account end together, only one gets the question. */
const claimText = `
  insert into rated_accounts as own (bot_id, lookup)
  select bot_id, lookup from conversation_accounts
  where bot_id = $1 and conversation_id = $2 order by lookup
  on conflict (bot_id, lookup) do update set asked_at = excluded.asked_at
  where own.asked_at <= now() - interval '${onceInDays} days'
  returning lookup`;

/** Returns conversations that ended within this many minutes and whose customers may be asked for a rating. */
export async function dueRatings(
  pool: Pool,
  limit: number,
  withinMinutes: number,
): Promise<DueRating[]> {
  return (await pool.query<DueRating>(dueText, [limit, Math.min(withinMinutes, maxRatingMinutes)]))
    .rows;
}

/**
 * Records that the conversation's accounts are asked now. Returns false if one of them was meanwhile asked elsewhere.
 */
export function claimRating(pool: Pool, ref: ConversationRef): Promise<boolean> {
  const place = [ref.botId, ref.conversationId];
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::integer as count from conversation_accounts
       where bot_id = $1 and conversation_id = $2`,
      place,
    );
    const claimed = await client.query(claimText, place);
    return claimed.rowCount === rows[0]?.count;
  });
}
