import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { UnansweredReason } from "@meetbot/model/log/unanswered.ts";
import type { Pool } from "pg";
import type { ConversationKeys, KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { openJson } from "../../platform/sealing/sealed-json.ts";
import { stayedUnanswered } from "./counts.ts";

/** Selects a page of the list: the entries after a cursor, the most frequent first. */
export interface UnansweredPage {
  reasons: readonly UnansweredReason[];
  after: UnansweredCursor | null;
  limit: number;
}

/** An entry's position in the list; opaque to the caller. */
export interface UnansweredCursor {
  times: number;
  /** Microseconds since 1970. */
  atUs: string;
  likeness: string;
}

/** An utterance that the bot could not handle, grouped with all that mean the same. */
export interface UnansweredEntry {
  /** As it was written last. */
  text: string;
  reason: UnansweredReason;
  times: number;
  firstAt: Date;
  lastAt: Date;
  /** The conversation in which the utterance was written last. */
  conversationId: string;
  seq: number;
  place: UnansweredCursor;
}

const isListed = `bot_id = $1 and reason = any($2) and likeness <> '' and ${stayedUnanswered}`;

/**
 * Looks up texts for one page only, however many rows are counted: the newest text of each group, by its time. The
 * order needs microseconds, which JavaScript's dates lack: cursors hold them as a number.
 */
const pageText = `
  with listed as materialized (
    select likeness, at from unanswered where ${isListed}
  ), page as materialized (
    select likeness, count(*)::integer as times, min(at) as first_at, max(at) as at
    from listed group by likeness
    having $3::bigint is null or (count(*), max(at), likeness)
      < ($6, 'epoch'::timestamptz + $3 * interval '1 microsecond', decode($4, 'hex'))
    order by times desc, at desc, likeness desc limit $5
  )
  select reason, times, first_at as "firstAt", page.at as "lastAt",
    newest.conversation_id as "conversationId", newest.seq,
    (extract(epoch from page.at) * 1000000)::bigint::text as "atUs",
    encode(page.likeness, 'hex') as likeness, body, key_id as "keyId", sealed_key as "sealedKey"
  from page cross join lateral (
      select reason, bot_id, conversation_id, seq from unanswered
      where ${isListed} and likeness = page.likeness and at = page.at
      order by conversation_id, seq desc limit 1
    ) as newest
    cross join lateral (
      select body from messages
      where messages.bot_id = $1 and messages.conversation_id = newest.conversation_id
        and messages.seq = newest.seq
      offset 0
    ) as message
    cross join lateral (
      select key_id, sealed_key from conversations
      where conversations.bot_id = $1 and conversations.conversation_id = newest.conversation_id
      offset 0
    ) as own
  order by times desc, page.at desc, page.likeness desc`;

interface EntryRow extends Omit<UnansweredEntry, "text" | "place">, KeyColumns {
  atUs: string;
  likeness: string;
  body: Buffer;
}

/** Returns a bot's unanswered utterances, unsealed, with similar ones grouped, the most frequent first. */
export async function readUnanswered(
  pool: Pool,
  keys: ConversationKeys,
  botId: string,
  { reasons, after, limit }: UnansweredPage,
): Promise<UnansweredEntry[]> {
  const place = [after?.atUs ?? null, after?.likeness ?? null];
  const values = [botId, reasons, ...place, limit, after?.times ?? null];
  const { rows } = await pool.query<EntryRow>(pageText, values);
  return rows.map(({ body, keyId, sealedKey, atUs, likeness, ...row }) => {
    const ref = { botId, conversationId: row.conversationId };
    const content = openJson<EventContent>(keys.from(ref, { keyId, sealedKey }), ref, "in", body);
    const text = content.kind === "text" ? content.text : "";
    return { ...row, text, place: { times: row.times, atUs, likeness } };
  });
}
