import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Kysely } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { sealJson } from "../../platform/sealing/sealed-json.ts";
import { deliveryColumns } from "./delivery-columns.ts";

/**
 * Stores a query to the shop outside turns: sent after a message's turn was stored, or by an operator. Stores nothing
 * if the conversation was deleted before.
 */
export async function addDelivery(
  { db, keys }: { db: Kysely<Tables>; keys: ConversationKeys },
  ref: ConversationRef,
  asked: { seq: number } | { by: string },
  delivery: Delivery,
): Promise<void> {
  const key = await keys.of(ref);
  if (!key) return;
  const { botId, conversationId } = ref;
  const origin = "by" in asked ? { seq: null, askedBy: asked.by } : { seq: asked.seq };
  const { id, ...facts } = deliveryColumns(delivery);
  const sealed = sealJson(key, { botId, conversationId }, "delivery", delivery);
  await db
    .insertInto("deliveries")
    .values({ botId, conversationId, deliveryId: id, ...facts, ...origin, sealed })
    .execute();
}
