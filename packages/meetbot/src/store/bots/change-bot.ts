import { isDeepStrictEqual } from "node:util";
import { recordedName } from "@meetbot/admin-api/settings/recorded-name.ts";
import type { SettingField } from "@meetbot/admin-api/settings/setting.ts";
import { settings } from "@meetbot/admin-api/settings/settings.ts";
import type { Bot, BotChanges } from "@meetbot/model/bot/bot.ts";
import { recordChange } from "./audit.ts";
import { botColumns } from "./bot-columns.ts";
import { type BotStoreDeps, type LockedBot, withLockedBot } from "./locked-bot.ts";

/** Resets the health, because that of a new endpoint is unknown. */
const newEndpoint = { failingSince: null, timesFailed: 0, stoppedAt: null, stoppedFor: null };

/** Applies the given changes and records the values that differ from before. */
export function changeBot(
  deps: BotStoreDeps,
  botId: string,
  changes: BotChanges,
): Promise<Bot | null> {
  return withLockedBot(deps, botId, (bot) => applyChanges(bot, changes));
}

/** Changes a bot within the caller's transaction. */
export async function applyChanges(bot: LockedBot, changes: BotChanges): Promise<Bot> {
  const { botId } = bot;
  const is = await bot.db
    .updateTable("bots")
    // The id again, so that no change at all is a statement too.
    .set({
      ...changes,
      botId,
      ...(changes.endpoint !== undefined && newEndpoint),
      ...(changes.pushStatus !== undefined && { pushStatusRefused: null }),
    })
    .where("botId", "=", botId)
    .returning(botColumns)
    .executeTakeFirstOrThrow();
  if (is.endpoint !== bot.was.endpoint) await endConnection(bot);
  await recordDifferences(bot, is);
  return is;
}

/** Deletes the shop's credentials, which only the former endpoint needed, once the shop is queried another way. */
async function endConnection(bot: LockedBot): Promise<void> {
  const ended = await bot.db
    .deleteFrom("shopConnections")
    .where("botId", "=", bot.botId)
    .returning("name")
    .executeTakeFirst();
  if (ended) await recordChange(bot, "shop_disconnected", { connector: ended.name });
}

async function recordDifferences(bot: LockedBot, is: Bot): Promise<void> {
  const { was } = bot;
  if (is.endpoint !== was.endpoint) {
    await recordChange(bot, "endpoint_changed", { from: was.endpoint, to: is.endpoint });
  }
  if (is.policy !== was.policy || is.numberAlone !== was.numberAlone) {
    await recordChange(bot, "policy_changed", {
      from: { policy: was.policy, number_alone: was.numberAlone },
      to: { policy: is.policy, number_alone: is.numberAlone },
    });
  }
  await recordSettings(bot, is);
}

/** Fields whose changes have their own audit entry; all other changed fields share one. */
const recordedApart: readonly SettingField[] = ["endpoint", "policy", "numberAlone"];

async function recordSettings(bot: LockedBot, is: Bot): Promise<void> {
  const { was } = bot;
  const changed = Object.values(settings)
    .map(({ field }) => field)
    .filter((field) => !recordedApart.includes(field))
    .filter((field) => !isDeepStrictEqual(was[field], is[field]));
  if (changed.length === 0) return;
  const named = (settings: Bot) =>
    Object.fromEntries(changed.map((field) => [recordedName(field), settings[field]]));
  await recordChange(bot, "settings_changed", { from: named(was), to: named(is) });
}
