import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { type TelegramApi, telegramAt } from "../../../channels/telegram/api/telegram-api.ts";
import { readConfig } from "../../../config.ts";
import {
  explainNoPublicUrl,
  type TelegramDeps,
} from "../../../operations/channels/telegram/connect-bot.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";

/** The Bot API, where the environment says it is. */
export function botApi(): TelegramApi {
  return telegramAt(readConfig(process.env).telegramUrl ?? undefined);
}

/** What connecting takes. Throws a {@link CommandError} where nobody could call this server. */
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
