import { createHash, randomBytes } from "node:crypto";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { PushSubscriptionKeys } from "@meetbot/model/push/push-keys.ts";
import type { Pool } from "pg";
import { inTransaction } from "../../../platform/postgres/in-transaction.ts";
import type { ConversationKeys } from "../../../platform/sealing/conversation-keys.ts";
import { openJson, sealJson } from "../../../platform/sealing/sealed-json.ts";

/** Enough for a phone, a tablet and a computer or two; another device replaces the oldest. */
export const maxCustomerDevices = 5;

/** A browser that gets web push about a conversation's orders. */
export interface CustomerDevice {
  id: string;
  subscription: PushSubscriptionKeys;
  /** `null`: in the bot's own. */
  locale: Locale | null;
}

const lockText =
  "select locale from conversations where bot_id = $1 and conversation_id = $2 for no key update";

/** A browser gets updates of one conversation at a time: the last one that its customer opened there. */
const keepText = `
  insert into customer_devices as own
    (bot_id, device_id, conversation_id, endpoint_hash, sealed, locale)
  values ($1, $2, $3, $4, $5, $6)
  on conflict (bot_id, endpoint_hash) do update
  set device_id = excluded.device_id, conversation_id = excluded.conversation_id,
    sealed = excluded.sealed, locale = excluded.locale`;

const dropOldestText = `
  delete from customer_devices where bot_id = $1 and device_id in (
    select device_id from customer_devices where bot_id = $1 and conversation_id = $2
    order by created_at desc, device_id offset ${maxCustomerDevices}
  )`;

/** Stores a browser, identified by its push address and keys. Returns false if the conversation is gone. */
export function storeCustomerDevice(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
  subscription: PushSubscriptionKeys,
): Promise<boolean> {
  const { botId, conversationId } = ref;
  return inTransaction(pool, async (client) => {
    // One after the other, so that no two are the last that may be.
    const { rows } = await client.query<{ locale: Locale | null }>(lockText, [
      botId,
      conversationId,
    ]);
    const key = rows[0] && (await keys.of(ref));
    if (!key) return false;
    const deviceId = randomBytes(12).toString("hex");
    const sealed = sealJson(key, ref, "device", subscription);
    const place = [botId, deviceId, conversationId, hashOf(subscription)];
    await client.query(keepText, [...place, sealed, rows[0]?.locale]);
    await client.query(dropOldestText, [botId, conversationId]);
    return true;
  });
}

/** Removes a browser if it gets the updates of this conversation; one that gets another's stays. */
export async function forgetCustomerDevice(
  pool: Pool,
  { botId, conversationId }: ConversationRef,
  subscription: PushSubscriptionKeys,
): Promise<void> {
  await pool.query(
    `delete from customer_devices
     where bot_id = $1 and conversation_id = $2 and endpoint_hash = $3`,
    [botId, conversationId, hashOf(subscription)],
  );
}

/** The browsers of a conversation, opened. */
export async function customerDevicesOf(
  pool: Pool,
  keys: ConversationKeys,
  ref: ConversationRef,
): Promise<CustomerDevice[]> {
  const { rows } = await pool.query<{ id: string; sealed: Buffer; locale: Locale | null }>(
    `select device_id as id, sealed, locale from customer_devices
     where bot_id = $1 and conversation_id = $2 order by created_at`,
    [ref.botId, ref.conversationId],
  );
  const key = rows.length > 0 ? await keys.of(ref) : null;
  if (key === null) return [];
  return rows.map(({ id, sealed, locale }) => ({
    ...{ id, locale },
    subscription: openJson<PushSubscriptionKeys>(key, ref, "device", sealed),
  }));
}

/** Records the outcome of a web push, and deletes a browser that no longer exists. */
export async function updateCustomerDevice(
  pool: Pool,
  botId: string,
  deviceId: string,
  outcome: "sent" | "gone",
): Promise<void> {
  await pool.query(
    outcome === "gone"
      ? "delete from customer_devices where bot_id = $1 and device_id = $2"
      : "update customer_devices set last_sent_at = now() where bot_id = $1 and device_id = $2",
    [botId, deviceId],
  );
}

function hashOf({ endpoint, p256dh, auth }: PushSubscriptionKeys): Buffer {
  return createHash("sha256").update([endpoint, p256dh, auth].join("\0")).digest();
}
