import type { Bot } from "../model/bot.ts";
import { writeOrderNumberFormat } from "./order-number-format.ts";

/** A bot as operators see it, in the command line's JSON and in the admin API. */
export function toPublic(bot: Bot) {
  return {
    bot_id: bot.id,
    name: bot.name,
    page_id: bot.pageId,
    endpoint: bot.endpoint,
    policy: bot.policy,
    number_alone: bot.numberAlone,
    order_number: bot.orderNumberFormat && writeOrderNumberFormat(bot.orderNumberFormat),
    contact: bot.contact,
    accent: bot.accent,
    locale: bot.locale,
    languages: bot.languages,
    welcome: bot.welcome,
    menu: bot.menu,
    time_zone: bot.timeZone,
    origins: bot.origins,
    link_page: bot.linkPage,
    keep_conversations_days: bot.keepConversationsDays,
    keep_deliveries_days: bot.keepDeliveriesDays,
    keep_failed_messages_days: bot.keepFailedMessagesDays,
    demo: bot.demo,
  };
}

export type PublicBot = ReturnType<typeof toPublic>;
