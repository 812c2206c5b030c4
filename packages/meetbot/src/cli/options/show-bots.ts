import { type PublicBot, toPublic } from "@meetbot/admin-api/settings/to-public.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import { writeTable } from "../terminal/table.ts";

export interface Output {
  json?: boolean;
}

/** Prints a bot with its settings, or a list of bots. */
export function showBots(shown: Bot | Bot[], { json }: Output): void {
  const settings = Array.isArray(shown) ? shown.map(toPublic) : toPublic(shown);
  if (json) printJson(settings);
  else print(...readable(settings));
}

function readable(settings: PublicBot | PublicBot[]): string[] {
  if (!Array.isArray(settings)) return writeTable(settings);
  return settings.length === 0
    ? ["No bots yet. Create one with: meetbot bot create"]
    : settings.map((bot) => `${bot.bot_id}  ${bot.name}  ${bot.endpoint}`);
}
