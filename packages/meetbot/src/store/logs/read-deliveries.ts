import type {
  DeliveryFilter,
  FoundDelivery,
  LoggedDelivery,
} from "@meetbot/model/log/delivery-log.ts";
import type { LogPage, PageRequest } from "@meetbot/model/log/log-page.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import { type Kysely, sql } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import type { ConversationKeys, KeyColumns } from "../../platform/sealing/conversation-keys.ts";
import { openJson } from "../../platform/sealing/sealed-json.ts";
import { listDeliveries, loggedColumns } from "./list-deliveries.ts";

/** A delivery of the log, opened. */
export interface ReadDelivery {
  logged: LoggedDelivery;
  delivery: Delivery;
}

/** A page of the log, newest first, each delivery opened. */
export async function readDeliveries(
  db: Kysely<Tables>,
  keys: ConversationKeys,
  botId: string,
  filter: DeliveryFilter,
  page: PageRequest,
): Promise<LogPage<ReadDelivery>> {
  const { rows, next } = await listDeliveries(db, botId, filter, page);
  const sealed = await sealedOf(
    db,
    botId,
    rows.map(({ id }) => id),
  );
  const read = rows.flatMap((logged) => {
    const row = sealed.get(logged.id);
    // One that is not there was deleted between the two statements.
    return row ? [{ logged, delivery: openDelivery(keys, botId, row) }] : [];
  });
  return { rows: read, next };
}

/** Returns one delivery, decrypted, with its replays; null when it does not exist. */
export async function findDelivery(
  db: Kysely<Tables>,
  keys: ConversationKeys,
  botId: string,
  deliveryId: string,
): Promise<FoundDelivery | null> {
  if (!isStorable(botId) || !isStorable(deliveryId)) return null;
  const ofBot = db.selectFrom("deliveries").select(loggedColumns).where("botId", "=", botId);
  const logged = await ofBot.where("deliveryId", "=", deliveryId).executeTakeFirst();
  const row = (await sealedOf(db, botId, [deliveryId])).get(deliveryId);
  if (!logged || !row) return null;
  const replays: LoggedDelivery[] = await ofBot
    .where("replayOf", "=", deliveryId)
    .where(sql<boolean>`replay_of is not null`)
    .orderBy("startedAt", "desc")
    .orderBy("deliveryId", "desc")
    .execute();
  return { logged, delivery: openDelivery(keys, botId, row), replays };
}

interface SealedRow extends KeyColumns {
  id: string;
  conversationId: string;
  sealed: Buffer;
}

async function sealedOf(
  db: Kysely<Tables>,
  botId: string,
  ids: readonly string[],
): Promise<Map<string, SealedRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("deliveries")
    .innerJoin("conversations", (join) =>
      join
        .onRef("conversations.botId", "=", "deliveries.botId")
        .onRef("conversations.conversationId", "=", "deliveries.conversationId"),
    )
    .select(["deliveryId as id", "deliveries.conversationId", "sealed", "keyId", "sealedKey"])
    .where("deliveries.botId", "=", botId)
    .where("deliveryId", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function openDelivery(keys: ConversationKeys, botId: string, row: SealedRow): Delivery {
  const ref = { botId, conversationId: row.conversationId };
  return openJson<Delivery>(keys.from(ref, row), ref, "delivery", row.sealed);
}
