import type { Pool } from "pg";
import type { EventContent } from "../../model/conversation/inbound-event.ts";
import type { UnansweredReason } from "../../model/log/unanswered.ts";
import type { ConversationKeys, KeyColumns } from "../sealing/conversation-keys.ts";
import { openJson } from "../sealing/sealed-json.ts";
import { stayedUnanswered } from "./counts.ts";

/** Which page of the list: what comes after a place, the most frequent first. */
export interface UnansweredPage {
  reasons: readonly UnansweredReason[];
  after: UnansweredCursor | null;
  limit: number;
}

/** Where an entry stands in the list; opaque to whoever reads it. */
export interface UnansweredCursor {
  times: number;
  /** Microseconds since 1970. */
  atUs: string;
  likeness: string;
}

/** An utterance that the bot could do nothing with, together with all that say the same. */
export interface UnansweredEntry {
  /** As it was written last. */
  text: string;
  reason: UnansweredReason;
  times: number;
  firstAt: Date;
  lastAt: Date;
  /** Where it was written last. */
  conversationId: string;
  seq: number;
  place: UnansweredCursor;
}

/** Microseconds count for the order, and JavaScript's dates have none: places hold their number. */
const pageText = `
  select entry.reason, entry.times::integer, entry.first_at as "firstAt", entry.at as "lastAt",
    entry.conversation_id as "conversationId", entry.seq,
    (extract(epoch from entry.at) * 1000000)::bigint::text as "atUs", encode(entry.likeness, 'hex') as likeness,
    messages.body, key_id as "keyId", sealed_key as "sealedKey"
  from (
    select unanswered.*,
      count(*) over same as times, min(at) over same as first_at,
      row_number() over (same order by at desc, conversation_id, seq desc) as nth
    from unanswered
    where bot_id = $1 and reason = any($2) and likeness <> '' and ${stayedUnanswered}
    window same as (partition by likeness)
  ) as entry
  join messages using (bot_id, conversation_id, seq)
  join conversations using (bot_id, conversation_id)
  where nth = 1
    and ($3::bigint is null or (entry.times, entry.at, entry.likeness)
      < ($6, 'epoch'::timestamptz + $3 * interval '1 microsecond', decode($4, 'hex')))
  order by entry.times desc, entry.at desc, entry.likeness desc limit $5`;

interface EntryRow extends Omit<UnansweredEntry, "text" | "place">, KeyColumns {
  atUs: string;
  likeness: string;
  body: Buffer;
}

/** Unanswered utterances of a bot, opened, those of the same likeness as one, the most frequent first. */
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
