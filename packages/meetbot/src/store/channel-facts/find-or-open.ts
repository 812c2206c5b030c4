import { randomBytes } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { OutboundAddress } from "@meetbot/model/outbound-message.ts";
import type { PoolClient } from "pg";
import { inTime } from "../../platform/postgres/statement-time.ts";
import type { ConversationKeys, KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { sealAddress } from "../outbox/sealed-address.ts";
import { eventsKnownHours } from "../retention/forget-conversations.ts";

/** The place of a customer's conversation, existing or new. */
export interface ConversationPlace {
  botId: string;
  channel: string;
  /** An HMAC, stored in the column that holds the token's hash when customers have a token. */
  lookup: Buffer;
  address: OutboundAddress;
}

export interface FoundConversation {
  ref: ConversationRef;
  /** Whether another party answers, so that the bot is silent. */
  isSilent: boolean;
  /** Whether an earlier conversation may have been deleted on request, so that its events may arrive again. */
  isSuccessor: boolean;
}

type FoundRow = Omit<FoundConversation, "ref"> & { conversationId: string };

/** Locks the row, so that simultaneous events of one customer are stored one after the other. */
const findStatement = {
  name: "channel-find",
  ...inTime,
  text: `
    select conversations.conversation_id as "conversationId", key_id as "keyId",
      sealed_key as "sealedKey", coalesce(silent_until > now(), false) as "isSilent",
      conversations.created_at > now() - interval '${eventsKnownHours} hours'
        and exists (select from forgotten_events where bot_id = $1) as "isSuccessor"
    from conversations
    join outboxes as own
      on own.bot_id = $1 and own.conversation_id = conversations.conversation_id
    where conversations.bot_id = $1 and token_hash = $2
    for no key update of conversations`,
};

/** Opens the conversation without an event, so nothing is due. A second opener waits, and finds the row. */
const openStatement = {
  name: "channel-open",
  ...inTime,
  text: `
    with opened as (
      insert into conversations
        (bot_id, conversation_id, channel, token_hash, key_id, sealed_key, last_seq, last_inbound_seq)
      values ($1, $2, $7, $3, $4, $5, 0, 0)
      on conflict (token_hash, bot_id) do nothing
      returning bot_id, conversation_id
    )
    insert into outboxes (bot_id, conversation_id, channel, address)
    select bot_id, conversation_id, $7, $6 from opened`,
};

export async function findConversation(
  client: PoolClient,
  keys: ConversationKeys,
  { botId, lookup }: Pick<ConversationPlace, "botId" | "lookup">,
): Promise<FoundConversation | null> {
  const { rows } = await client.query<KeyColumns & FoundRow>({
    ...findStatement,
    values: [botId, lookup],
  });
  if (!rows[0]) return null;
  const { conversationId, isSilent, isSuccessor, ...columns } = rows[0];
  const ref = { botId, conversationId };
  // Remembered for the events that follow.
  keys.from(ref, columns);
  return { ref, isSilent, isSuccessor };
}

/**
 * Opens a customer's conversation. A second opener finds the one that the first opened. Throws when it is missing
 * afterwards, which is a fault of ours.
 */
export async function openConversation(
  client: PoolClient,
  keys: ConversationKeys,
  place: ConversationPlace,
): Promise<FoundConversation> {
  const ref = {
    botId: place.botId,
    conversationId: `c_${randomBytes(16).toString("hex")}`,
  };
  const { key, stored } = keys.create(ref);
  const address = sealAddress(key, ref, place.address);
  await client.query({
    ...openStatement,
    values: [
      ...[ref.botId, ref.conversationId, place.lookup, stored.keyId, stored.sealed, address],
      place.channel,
    ],
  });
  const opened = await findConversation(client, keys, place);
  if (!opened) throw new Error("A conversation was opened and is not there.");
  return opened;
}
