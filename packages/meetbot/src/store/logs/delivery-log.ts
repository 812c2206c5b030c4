import type { Kysely } from "kysely";
import type { AuditAction } from "../../model/log/audit.ts";
import type { KeyRing } from "../../secrets/key-ring.ts";
import { recordChange } from "../bots/audit.ts";
import { withLockedBot } from "../bots/locked-bot.ts";
import type { Hints } from "../notifications/database-hints.ts";
import { isStorable } from "../postgres/is-storable.ts";
import type { Tables } from "../postgres/tables.ts";
import type { ConversationKeys } from "../sealing/conversation-keys.ts";
import { addDelivery } from "./add-delivery.ts";
import { addReplay } from "./add-replay.ts";
import { followDeliveries } from "./follow-deliveries.ts";
import { listDeliveries } from "./list-deliveries.ts";
import type { DeliveryLog } from "./logs.ts";
import { findDelivery, readDeliveries } from "./read-deliveries.ts";

/** What the logs are read and changed with. */
export interface LogParts {
  db: Kysely<Tables>;
  keys: ConversationKeys;
  keyRing: KeyRing;
  hints: Hints;
}

/** The deliveries in the database: listed by what is plain, opened a page at a time. */
export function createDeliveryLog(parts: LogParts, actor = "command line"): DeliveryLog {
  const { db, keys } = parts;
  const shelf = { ...parts, actor };
  return {
    as: (other) => createDeliveryLog(parts, other),
    list: (botId, filter, page) => listDeliveries(db, botId, filter, page),
    read: (botId, filter, page) => readDeliveries(db, keys, botId, filter, page),
    find: (botId, deliveryId) => findDelivery(db, keys, botId, deliveryId),
    follow: (botId, filter, signal) => followDeliveries(parts, botId, filter, signal),
    add: (ref, seq, delivery) => addDelivery(parts, ref, seq, delivery),
    addReplay: (botId, of, replay) => addReplay(shelf, botId, of, replay),
    async recordRevealed(botId, delivery) {
      if (!isStorable(delivery)) return false;
      const noted = await withLockedBot(shelf, botId, async (bot) => {
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
    async recordExported(botId, detail) {
      const action: AuditAction = "deliveries_exported";
      await withLockedBot(shelf, botId, (bot) => recordChange(bot, action, detail));
    },
  };
}
