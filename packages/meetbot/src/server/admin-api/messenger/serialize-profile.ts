import type { z } from "@hono/zod-openapi";
import type { messengerRoutes } from "@meetbot/admin-api/contract/messenger.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { LinkState } from "@meetbot/model/channel-link.ts";
import { profileLocale, profileOf } from "../../../channels/messenger/page/profile.ts";

type Told = z.output<
  (typeof messengerRoutes.readProfile.responses)[200]["content"]["application/json"]["schema"]
>;

/** Returns the profile as people see it, in each of the bot's languages, its main language first. */
export function serializeProfile(bot: Bot, state: LinkState | null): Told {
  const { greeting, ice_breakers = [], persistent_menu = [] } = profileOf(bot);
  const languages = [bot.locale, ...bot.languages.filter((language) => language !== bot.locale)];
  return {
    bot: bot.name,
    languages: languages.map((language) => {
      const locale = profileLocale(bot, language);
      const of = <Entry extends { locale: string }>(entries: Entry[]) =>
        entries.find((entry) => entry.locale === locale);
      return {
        locale: language,
        is_default: locale === "default",
        greeting: of(greeting)?.text ?? "",
        questions: of(ice_breakers)?.call_to_actions.map(({ question }) => question) ?? [],
        menu: of(persistent_menu)?.call_to_actions.map(({ title }) => title) ?? [],
      };
    }),
    published_at: state?.profilePublishedAt?.toISOString() ?? null,
  };
}
