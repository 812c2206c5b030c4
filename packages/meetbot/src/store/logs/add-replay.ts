import type { LoggedDelivery } from "@meetbot/model/log/delivery-log.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { Hints } from "../../platform/change-signals/database-hints.ts";
import type { ConversationKeys } from "../../platform/sealing/conversation-keys.ts";
import { sealJson } from "../../platform/sealing/sealed-json.ts";
import { recordChange } from "../bots/audit.ts";
import { type BotStoreDeps, withLockedBot } from "../bots/locked-bot.ts";
import { deliveryColumns } from "./delivery-columns.ts";
import { loggedColumns } from "./list-deliveries.ts";

/** The dependencies of storing a replay. */
export interface ReplayDeps extends BotStoreDeps {
  keys: ConversationKeys;
  hints: Hints;
}

/**
 * Stores a replay with the delivery it repeats; a replay of a replay belongs to the original delivery. Prevents the
 * conversation's deletion meanwhile. Returns `null` if it was already deleted.
 */
export async function addReplay(
  deps: ReplayDeps,
  botId: string,
  of: string,
  replay: Delivery,
): Promise<LoggedDelivery | null> {
  const added = await withLockedBot(deps, botId, async (bot) => {
    const original = await bot.db
      .selectFrom("deliveries")
      .select(["conversationId", "replayOf"])
      .where("botId", "=", botId)
      .where("deliveryId", "=", of)
      .forKeyShare()
      .executeTakeFirst();
    const ref = original && { botId, conversationId: original.conversationId };
    const key = ref ? await deps.keys.of(ref) : null;
    if (!ref || !key) return null;
    const replayOf = original.replayOf ?? of;
    const { id, ...facts } = deliveryColumns(replay);
    const sealed = sealJson(key, ref, "delivery", replay);
    const logged = await bot.db
      .insertInto("deliveries")
      .values({ ...ref, deliveryId: id, ...facts, seq: null, replayOf, sealed })
      .returning(loggedColumns)
      .executeTakeFirstOrThrow();
    await recordChange(bot, "delivery_replayed", { delivery: replayOf, replay: id });
    return { ref, logged };
  });
  if (!added) return null;
  deps.hints.give(added.ref);
  return added.logged;
}
