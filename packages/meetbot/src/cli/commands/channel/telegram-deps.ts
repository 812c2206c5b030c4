import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { type TelegramApi, telegramAt } from "../../../channels/telegram/api/telegram-api.ts";
import { readConfig } from "../../../config.ts";
import {
  explainNoPublicUrl,
  type TelegramDeps,
} from "../../../operations/channels/telegram/connect-bot.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";

/** Returns the Bot API at the address from the environment. */
export function botApi(): TelegramApi {
  return telegramAt(readConfig(process.env).telegramUrl ?? undefined);
}

/**
 * Returns what connecting a bot requires. Throws a {@link CommandError} if this server cannot be reached from outside.
 */
export function telegramDeps(links: ChannelLinks): TelegramDeps {
  const { publicUrl } = readConfig(process.env);
  if (publicUrl !== null) {
    return { links, api: botApi(), publicBase: publicUrl.replace(/(?<!\/)\/+$/, "") };
  }
  throw new CommandError(explainNoPublicUrl);
}

/** The bot speaks through no Telegram bot. */
export function noTelegramBot(botId: string): CommandError {
  return new CommandError(
    `No Telegram bot is connected to ${botId}. Connect one with: meetbot channel telegram connect --bot ${botId} --token -`,
  );
}
