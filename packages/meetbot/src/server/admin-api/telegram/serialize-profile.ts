import type { z } from "@hono/zod-openapi";
import type { telegramRoutes } from "@meetbot/admin-api/contract/telegram.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { LinkState } from "@meetbot/model/channel-link.ts";
import { profileOf } from "../../../channels/telegram/connection/profile.ts";
import { toIso } from "../channels/serialize-link.ts";

type Told = z.output<
  (typeof telegramRoutes.readTelegramProfile.responses)[200]["content"]["application/json"]["schema"]
>;

/** Returns the public profile in each of the bot's languages, its default language first. */
export function serializeProfile(bot: Bot, state: LinkState | null): Told {
  return {
    bot: state?.name ?? bot.name,
    languages: profileOf(bot).texts.map(
      ({ language, description, shortDescription, commands }) => ({
        locale: language || bot.locale,
        is_default: language === "",
        description,
        short_description: shortDescription,
        commands,
      }),
    ),
    published_at: toIso(state?.profilePublishedAt ?? null),
  };
}
