import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Setting } from "./setting.ts";
import { type GivenSettings, settingNames, settings } from "./settings.ts";

export type PublicBot = { bot_id: string } & GivenSettings & { demo: boolean };

/** A bot as operators see it, in the command line's JSON and in the admin API. */
export function toPublic(bot: Bot): PublicBot {
  const told = settingNames.map((name) => [name, formatSetting(settings[name], bot)]);
  return { bot_id: bot.id, ...(Object.fromEntries(told) as GivenSettings), demo: bot.demo };
}

function formatSetting({ field, write }: Setting, bot: Bot): unknown {
  return write ? write(bot[field]) : bot[field];
}
