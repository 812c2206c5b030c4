import { telegramRoutes } from "@meetbot/admin-api/contract/telegram.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { SendFailure } from "../../../channels/channel.ts";
import { compareProfile } from "../../../channels/telegram/connection/compare-profile.ts";
import { profileOf } from "../../../channels/telegram/connection/profile.ts";
import { telegram } from "../../../channels/telegram/telegram.ts";
import { linkOn, publishProfile } from "../../../operations/channels/connect-link.ts";
import { telegramLinkDeps } from "../../../operations/channels/telegram/connect-bot.ts";
import {
  type BotStep,
  explainRefusal,
} from "../../../operations/channels/telegram/explain-problem.ts";
import { apiOf, type ChannelAreaDeps } from "../channels/channel-area.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError } from "../http/api-error.ts";
import { findBot } from "../http/find-secret.ts";
import { serializeProfile } from "./serialize-profile.ts";
import { findTelegram, telegramDeps } from "./telegram-deps.ts";

/** Mounts the routes for the profile that Telegram shows before a conversation starts. */
export function mountProfile({ mount }: AdminApp, deps: ChannelAreaDeps): void {
  const { bots, channels, log } = deps;
  const tell = async (bot: Bot) =>
    serializeProfile(bot, await channels.links.stateOf(linkOn(telegram, bot.id)));

  mount(telegramRoutes.readTelegramProfile, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    return c.json(await tell(bot), 200);
  });

  mount(telegramRoutes.compareTelegramProfile, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const { secrets } = await findTelegram(channels.links, bot.id);
    const access = { token: secrets.token ?? "" };
    const answer = await compareProfile(profileOf(bot), access, apiOf(deps, telegram));
    if (!answer.ok) throw telegramRefused("read_profile", answer);
    return c.json({ differs: answer.differing }, 200);
  });

  mount(telegramRoutes.publishTelegramProfile, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const link = await findTelegram(channels.links, bot.id);
    const linkDeps = telegramLinkDeps(bot.id, telegramDeps(c, deps));
    const answer = await publishProfile(bot, link, linkDeps);
    if (!answer.ok) throw telegramRefused("profile", answer);
    log.info({ bot: bot.id, telegram: link.externalId }, "profile published");
    return c.json(await tell(bot), 200);
  });
}

function telegramRefused(step: BotStep, failure: Pick<SendFailure, "failure" | "code">): ApiError {
  return new ApiError(409, "telegram_refused", explainRefusal(step, failure));
}
