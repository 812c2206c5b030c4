import type { Pool } from "pg";
import type { ConversationRef } from "../../model/conversation/conversation-ref.ts";
import type { RatedHolder } from "../../model/conversation/waiting.ts";
import { ratingTimes } from "../../model/log/rating-times.ts";
import { inTransaction } from "../postgres/in-transaction.ts";

const { afterMinutes, latestHours, onceInDays } = ratingTimes;

/** A conversation whose customer is to be asked. */
export interface DueRating extends ConversationRef {
  holder: RatedHolder;
}

/** Nobody was asked here before, and none of the accounts that were named here lately. */
const isFresh = `
  not exists (
    select from ratings as known
    where known.bot_id = own.bot_id and known.conversation_id = own.conversation_id
  ) and not exists (
    select from conversation_accounts as named join rated_accounts as rated using (bot_id, lookup)
    where named.bot_id = own.bot_id and named.conversation_id = own.conversation_id
      and rated.asked_at > now() - interval '${onceInDays} days'
  )`;

const ended = (moment: string) => `
  ${moment} <= now() - interval '${afterMinutes} minutes'
  and ${moment} > now() - interval '${latestHours} hours'`;

/**
 * A person spoke and closed it, and the customer has written nothing since. Or, where the bot may ask for itself
 * too: the shop answered, nobody else was called, and nobody has written since.
 */
const dueText = `
  select own.bot_id as "botId", own.conversation_id as "conversationId", 'person' as holder
  from bots join inbox_conversations as own using (bot_id)
  join conversations using (bot_id, conversation_id)
  where ask_rating in ('person', 'all') and status = 'closed' and person_seq > 0
    and ${ended("closed_at")} and active_at <= closed_at and ${isFresh}
  union all
  select own.bot_id, own.conversation_id, 'bot'
  from bots join conversations as own using (bot_id)
  where ask_rating = 'all' and answered and holder = 'bot' and ${ended("active_at")} and ${isFresh}
    and not exists (
      select from inbox_conversations as called
      where called.bot_id = own.bot_id and called.conversation_id = own.conversation_id
    )
  limit $1`;

/** The accounts first, in order: of two conversations of one account that end together one is asked. */
const claimText = `
  insert into rated_accounts as own (bot_id, lookup)
  select bot_id, lookup from conversation_accounts
  where bot_id = $1 and conversation_id = $2 order by lookup
  on conflict (bot_id, lookup) do update set asked_at = excluded.asked_at
  where own.asked_at <= now() - interval '${onceInDays} days'
  returning lookup`;

/** Conversations that have ended, and whose customers may be asked. */
export async function dueRatings(pool: Pool, limit: number): Promise<DueRating[]> {
  return (await pool.query<DueRating>(dueText, [limit])).rows;
}

/** Notes that its accounts are asked now. False: one of them was asked meanwhile, elsewhere. */
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
