import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { AuditAction } from "@meetbot/model/log/audit.ts";
import type { DeliveryFilter, LoggedDelivery } from "@meetbot/model/log/delivery-log.ts";
import type { PageRequest } from "@meetbot/model/log/log-page.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Kysely } from "kysely";
import type { Hints } from "../../platform/change-signals/database-hints.ts";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import type { KeyRing } from "../../secrets/key-ring.ts";
import { recordChange } from "../bots/audit.ts";
import { withLockedBot } from "../bots/locked-bot.ts";
import { addDelivery } from "./add-delivery.ts";
import { addReplay } from "./add-replay.ts";
import { followDeliveries } from "./follow-deliveries.ts";
import { listDeliveries } from "./list-deliveries.ts";
import { findDelivery, readDeliveries } from "./read-deliveries.ts";

/** The dependencies of reading and changing the logs. */
export interface LogDeps {
  db: Kysely<Tables>;
  keys: ConversationKeys;
  keyRing: KeyRing;
  hints: Hints;
}

/** Deliveries in the database: listed by their unsealed columns, opened a page at a time. */
export function createDeliveryLog(deps: LogDeps, actor = "command line") {
  const { db, keys } = deps;
  const ofActor = { ...deps, actor };
  return {
    /** Returns the same log, recording replays and readings under this actor's name. */
    as: (other: string): DeliveryLog => createDeliveryLog(deps, other),
    /** A page, newest first. */
    list: (botId: string, filter: DeliveryFilter, page: PageRequest) =>
      listDeliveries(db, botId, filter, page),
    /** Returns a page with the sealed content opened, newest first. */
    read: (botId: string, filter: DeliveryFilter, page: PageRequest) =>
      readDeliveries(db, keys, botId, filter, page),
    find: (botId: string, deliveryId: string) => findDelivery(db, keys, botId, deliveryId),
    /**
     * Streams deliveries stored from now on. The first batch is empty: it marks the point from which none is missed.
     */
    follow: (
      botId: string,
      filter: DeliveryFilter,
      signal: AbortSignal,
    ): AsyncIterable<LoggedDelivery[]> => followDeliveries(deps, botId, filter, signal),
    /** Stores a query to the shop that was made after the message's turn had been stored. */
    add: (ref: ConversationRef, seq: number, delivery: Delivery) =>
      addDelivery(deps, ref, { seq }, delivery),
    /** Stores an operator's query to the shop from the inbox. */
    addLookUp: (ref: ConversationRef, operatorId: string, delivery: Delivery) =>
      addDelivery(deps, ref, { by: operatorId }, delivery),
    /**
     * Stores a query that an operator repeated, in the conversation of the original delivery. Returns `null` and stores
     * nothing if that was deleted meanwhile.
     */
    addReplay: (botId: string, of: string, replay: Delivery) =>
      addReplay(ofActor, botId, of, replay),
    /** Records that an operator viewed a delivery unmasked; `false` if there is no such delivery. */
    async recordRevealed(botId: string, delivery: string): Promise<boolean> {
      if (!isStorable(delivery)) return false;
      const noted = await withLockedBot(ofActor, botId, async (bot) => {
        const known = await bot.db
          .selectFrom("deliveries")
          .select("deliveryId")
          .where("botId", "=", botId)
          .where("deliveryId", "=", delivery)
          .executeTakeFirst();
        if (known) await recordChange(bot, "delivery_revealed", { delivery });
        return known !== undefined;
      });
      return noted ?? false;
    },
    /** Records that deliveries leave the server, which ones, and whether masked. */
    async recordExported(botId: string, detail: Record<string, unknown>): Promise<void> {
      const action: AuditAction = "deliveries_exported";
      await withLockedBot(ofActor, botId, (bot) => recordChange(bot, action, detail));
    },
  };
}

/** The bots' queries to merchants, for operators. Handles untrusted ids and filters safely. */
export interface DeliveryLog extends ReturnType<typeof createDeliveryLog> {}
