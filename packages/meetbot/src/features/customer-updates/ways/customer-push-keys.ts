import type { VapidKeys } from "@meetbot/model/push/push-keys.ts";
import type { Pool } from "pg";
import { sealContext } from "../../../platform/sealing/seal-context.ts";
import { newVapidKeys } from "../../../platform/web-push/vapid-keys.ts";
import {
  type KeyRing,
  type MasterSealed,
  openUnderMaster,
  sealUnderMaster,
} from "../../../secrets/key-ring.ts";

/** Returns the seal context for a bot's web push keys. */
export function customerPushContext(botId: string): string {
  return sealContext(botId, "customer push");
}

/**
 * Returns the keys with which browsers of a bot's customers subscribe. The first caller creates them; of several at
 * once one does, and all read those.
 */
export async function findOrCreateCustomerKeys(
  pool: Pool,
  ring: KeyRing,
  botId: string,
): Promise<VapidKeys> {
  const { rows } = await pool.query<MasterSealed>(
    `select key_id as "keyId", sealed from customer_push_keys where bot_id = $1`,
    [botId],
  );
  const context = customerPushContext(botId);
  if (rows[0]) return JSON.parse(openUnderMaster(ring, rows[0], context).toString());
  const { keyId, sealed } = sealUnderMaster(ring, JSON.stringify(newVapidKeys()), context);
  await pool.query(
    `insert into customer_push_keys (bot_id, key_id, sealed) values ($1, $2, $3)
     on conflict do nothing`,
    [botId, keyId, sealed],
  );
  return findOrCreateCustomerKeys(pool, ring, botId);
}
