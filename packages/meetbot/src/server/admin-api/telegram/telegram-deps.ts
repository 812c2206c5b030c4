import type { ChannelLink } from "@meetbot/model/channel-link.ts";
import type { Context } from "hono";
import { telegram } from "../../../channels/telegram/telegram.ts";
import type { TelegramDeps } from "../../../operations/channels/telegram/connect-bot.ts";
import { publicBase } from "../../../platform/http/public-base.ts";
import type { ChannelLinks } from "../../../store/channel-links/channel-links.ts";
import { apiOf, type ChannelAreaDeps } from "../channels/channel-area.ts";
import { findLink } from "../channels/find-link.ts";

/** Returns the dependencies of operations on a Telegram bot; changes are recorded in the caller's name. */
export function telegramDeps(c: Context, deps: ChannelAreaDeps): TelegramDeps {
  return {
    links: deps.channels.links.as(c.get("caller").actor),
    api: apiOf(deps, telegram),
    publicBase: publicBase(c, deps),
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
