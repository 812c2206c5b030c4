import type { EventContent } from "@meetbot/model/conversation/inbound-event.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys, KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { openJson } from "../../platform/sealing/sealed-json.ts";

/** The last message to or from a person: the bot's own messages do not show what a customer wants. */
export type LastWords =
  | { from: "customer"; content: EventContent }
  | { from: "person"; reply: OutboundReply };

/** Most messages searched for text: events such as opening the chat have none. */
const maxLooked = 3;

const statement = {
  name: "inbox-last-words",
  ...inTime,
  text: `
    select it.conversation_id as id, said.direction, said.body, it.key_id as "keyId",
      it.sealed_key as "sealedKey"
    from conversations as it cross join lateral (
      select seq, direction, body from messages
      where bot_id = it.bot_id and conversation_id = it.conversation_id
        and (direction = 'in' or author is not null) and redacted_at is null
      order by seq desc limit ${maxLooked}
    ) as said
    where it.bot_id = $1 and it.conversation_id = any($2)
    order by it.conversation_id, said.seq desc`,
};

interface Row extends KeyColumns {
  id: string;
  direction: "in" | "out";
  body: Buffer;
}

/** Returns the last text of each of these conversations, by id; those without any text left are missing. */
export async function lastWords(
  { pool, keys }: { pool: Pool; keys: ConversationKeys },
  botId: string,
  ids: readonly string[],
): Promise<Map<string, LastWords>> {
  const found = new Map<string, LastWords>();
  if (ids.length === 0) return found;
  const { rows } = await pool.query<Row>({ ...statement, values: [botId, ids] });
  for (const { id, direction, body, ...stored } of rows) {
    if (found.has(id)) continue;
    const ref = { botId, conversationId: id };
    const key = keys.from(ref, stored);
    if (direction === "out") {
      found.set(id, { from: "person", reply: openJson<OutboundReply>(key, ref, "out", body) });
      continue;
    }
    const content = openJson<EventContent>(key, ref, "in", body);
    if (isSaid[content.kind]) found.set(id, { from: "customer", content });
  }
  return found;
}

const isSaid: Record<EventContent["kind"], boolean> = {
  ...{ text: true, tap: true, media: true },
  ...{ start: false, returned: false, rating_due: false, news: false },
};
