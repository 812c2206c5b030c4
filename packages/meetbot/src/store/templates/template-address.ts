import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { OutboundAddress } from "@meetbot/model/outbound-message.ts";
import type { Pool } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys, KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { linkOf } from "../outbox/outbox-steps.ts";
import { openAddress } from "../outbox/sealed-address.ts";

/** Where, and in which language, a conversation can be messaged outside of its window. */
export interface TemplateAddress {
  channel: string;
  address: OutboundAddress;
  /** Whether the link was stopped or removed. */
  isStopped: boolean;
  /** How long nothing may be sent: the platform asked for a pause, or another app holds the conversation. */
  waitMs: number;
  /** The language in which the customer agreed to updates; `null` when they never did. */
  locale: string | null;
}

interface Row extends KeyColumns, Omit<TemplateAddress, "address"> {
  address: Buffer;
}

const statement = {
  name: "template-address",
  ...inTime,
  text: `
    select own.channel, own.address, conversation.key_id as "keyId",
      conversation.sealed_key as "sealedKey", link.bot_id is null or link.stopped_for is not null as "isStopped",
      greatest(0, extract(epoch from greatest(link.paused_until, own.silent_until) - now()) * 1000
        )::float8 as "waitMs",
      (select locale from subscriptions as agreed
        where agreed.bot_id = $1 and agreed.conversation_id = $2
        order by ended_at is null desc, created_at desc limit 1) as locale
    from outboxes as own
      join conversations as conversation using (bot_id, conversation_id)
      left join channel_links as link on ${linkOf("own")}
    where own.bot_id = $1 and own.conversation_id = $2`,
};

/** Returns `null` if the conversation is gone, or if its client fetches messages itself so that nothing is sent. */
export async function findTemplateAddress(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
): Promise<TemplateAddress | null> {
  const values = [ref.botId, ref.conversationId];
  const { rows } = await pool.query<Row>({ ...statement, values });
  const [row] = rows;
  if (!row) return null;
  const { address, keyId, sealedKey, ...how } = row;
  const key = keys.from(ref, { keyId, sealedKey });
  return { ...how, waitMs: Math.ceil(how.waitMs ?? 0), address: openAddress(key, ref, address) };
}
