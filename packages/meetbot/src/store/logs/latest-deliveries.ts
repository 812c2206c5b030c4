import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Kysely } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { openJson } from "../../platform/sealing/sealed-json.ts";

/** Returns the latest queries to a shop, newest first, decrypted. */
export async function latestDeliveries(
  db: Kysely<Tables>,
  keys: ConversationKeys,
  botId: string,
  limit: number,
): Promise<Delivery[]> {
  const rows = await db
    .selectFrom("deliveries")
    .innerJoin("conversations", (join) =>
      join
        .onRef("conversations.botId", "=", "deliveries.botId")
        .onRef("conversations.conversationId", "=", "deliveries.conversationId"),
    )
    .select(["deliveries.conversationId", "deliveries.sealed", "keyId", "sealedKey"])
    .where("deliveries.botId", "=", botId)
    .where("method", "<>", "push_status")
    .orderBy("deliveries.startedAt", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ conversationId, sealed, keyId, sealedKey }) => {
    const ref = { botId, conversationId };
    return openJson<Delivery>(keys.from(ref, { keyId, sealedKey }), ref, "delivery", sealed);
  });
}
