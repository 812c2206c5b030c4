import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Pool } from "pg";
import { byteaArray } from "../../platform/postgres/bytea-array.ts";
import { inBatches } from "../../platform/postgres/in-batches.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys, KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { eventsKnownHours } from "../retention/forget-conversations.ts";
import type { ConversationPlace } from "./find-or-open.ts";

/** Locks nothing: admitting an event there locks the conversation. */
const findStatement = {
  name: "channel-answered",
  ...inTime,
  text: `
    select nth, conversations.bot_id as "botId", conversations.conversation_id as "conversationId",
      key_id as "keyId", sealed_key as "sealedKey"
    from unnest($1::integer[], $2::text[], $3::bytea[]) as given (nth, bot_id, lookup)
      join conversations on conversations.bot_id = given.bot_id and token_hash = lookup
      join outboxes as own on own.bot_id = conversations.bot_id
        and own.conversation_id = conversations.conversation_id
    where (silent_until is null or silent_until <= now())
      and not (conversations.created_at > now() - interval '${eventsKnownHours} hours'
        and exists (select from forgotten_events where bot_id = given.bot_id))`,
};

/**
 * Returns a function that finds the conversation in which the bot answers a customer. Null when there is none, when
 * another party answers, and when events of an earlier, deleted conversation may arrive again.
 */
export function createFindAnswered(
  pool: Pool,
  keys: ConversationKeys,
): (place: Pick<ConversationPlace, "botId" | "lookup">) => Promise<ConversationRef | null> {
  type Place = Pick<ConversationPlace, "botId" | "lookup">;
  async function find(places: Place[]): Promise<{ ref: ConversationRef | null }[]> {
    const { rows } = await pool.query<KeyColumns & ConversationRef & { nth: number }>({
      ...findStatement,
      values: [
        places.map((_, nth) => nth),
        places.map(({ botId }) => botId),
        byteaArray(places.map(({ lookup }) => lookup)),
      ],
    });
    const found = places.map((): { ref: ConversationRef | null } => ({ ref: null }));
    for (const { nth, botId, conversationId, ...columns } of rows) {
      const ref = { botId, conversationId };
      // Remembered for the event that follows.
      keys.from(ref, columns);
      found[nth] = { ref };
    }
    return found;
  }
  const findSoon = inBatches({
    keyOf: ({ botId, lookup }: Place) => `${botId}/${lookup.toString("base64")}`,
    together: find,
    alone: async (place) => (await find([place]))[0]!,
  });
  return async (place) => (await findSoon(place)).ref;
}
