import { isDeepStrictEqual } from "node:util";
import type { Bot, BotChanges } from "../../model/bot/bot.ts";
import { recordedName } from "../../settings/recorded-name.ts";
import type { SettingField } from "../../settings/setting.ts";
import { settings } from "../../settings/settings.ts";
import { recordChange } from "./audit.ts";
import { botColumns } from "./bot-columns.ts";
import { type BotStoreDeps, type LockedBot, withLockedBot } from "./locked-bot.ts";

/** Nothing is known of how another endpoint is doing. */
const newEndpoint = { failingSince: null, timesFailed: 0, stoppedAt: null, stoppedFor: null };

/** Changes what is named, and records what is another than before. */
export function changeBot(
  deps: BotStoreDeps,
  botId: string,
  changes: BotChanges,
): Promise<Bot | null> {
  return withLockedBot(deps, botId, async (bot) => {
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
    await recordDifferences(bot, is);
    return is;
  });
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

/** What has an entry of its own; all others that change are in one together. */
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
