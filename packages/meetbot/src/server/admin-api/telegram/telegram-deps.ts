import type { Context } from "hono";
import { telegram } from "../../../channels/telegram/telegram.ts";
import type { ChannelLink } from "../../../model/channel-link.ts";
import type { TelegramParts } from "../../../operations/channels/telegram/connect-bot.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import { publicBase } from "../../http/public-base.ts";
import { apiOf, type ChannelAreaParts } from "../channels/channel-area.ts";
import { findLink } from "../channels/find-link.ts";

/** What operations need for a Telegram bot: their changes stand in the caller's name. */
export function telegramParts(c: Context, parts: ChannelAreaParts): TelegramParts {
  return {
    links: parts.channels.links.as(c.get("caller").actor),
    api: apiOf(parts, telegram),
    publicBase: publicBase(c, parts),
  };
}

/** The link of the Telegram bot that speaks for a bot. */
export function findTelegram(
  links: Pick<ChannelLinks, "find">,
  botId: string,
): Promise<ChannelLink> {
  return findLink(telegram, botId, links, {
    code: "no_telegram_bot",
    message: "No Telegram bot is connected to this bot. Connect one on its Telegram page first.",
  });
}
