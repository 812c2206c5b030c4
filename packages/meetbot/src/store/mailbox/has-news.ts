import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Holder } from "@meetbot/model/desk/holder.ts";
import type { Pool } from "pg";
import { gather } from "../../platform/postgres/gather.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";

/**
 * How long the first query waits so that others can be batched with it: thousands of followers together cause four
 * queries per second.
 */
const gatherMs = 250;

/** What a follower of a conversation has already read. */
export interface Known {
  ref: ConversationRef;
  seq: number;
  holder: Holder;
  handledSeq: number;
}

/** Returns the positions, from 1, of the conversations that have news or were deleted. */
const newsStatement = {
  name: "has-news",
  ...inTime,
  text: `
    select nth::integer
    from unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::integer[])
      with ordinality as known (bot_id, conversation_id, seq, holder, handled_seq, nth)
    left join conversations as own using (bot_id, conversation_id)
    where own.last_seq is null or own.last_seq > known.seq
      or own.holder <> known.holder or own.handled_seq <> known.handled_seq`,
};

/**
 * Returns a function that checks whether a conversation has changed since the caller read it. One statement checks many
 * conversations.
 */
export function createHasNews(pool: Pool): (known: Known) => Promise<boolean> {
  return gather(gatherMs, async (all) => {
    const values = [
      all.map(({ ref }) => ref.botId),
      all.map(({ ref }) => ref.conversationId),
      all.map(({ seq }) => seq),
      all.map(({ holder }) => holder),
      all.map(({ handledSeq }) => handledSeq),
    ];
    const { rows } = await pool.query<{ nth: number }>({ ...newsStatement, values });
    const changed = new Set(rows.map(({ nth }) => nth));
    return all.map((_, place) => changed.has(place + 1));
  });
}
