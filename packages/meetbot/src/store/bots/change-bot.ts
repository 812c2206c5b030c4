import { isDeepStrictEqual } from "node:util";
import type { Bot, BotChanges } from "../../model/bot/bot.ts";
import { recordChange } from "./audit.ts";
import { botColumns } from "./bot-columns.ts";
import { type LockedBot, type ShelfParts, withLockedBot } from "./locked-bot.ts";

/** Nothing is known of how another endpoint is doing. */
const newEndpoint = { failingSince: null, timesFailed: 0, stoppedAt: null, stoppedFor: null };

/** Changes what is named, and records what is another than before. */
export function changeBot(
  shelf: ShelfParts,
  botId: string,
  changes: BotChanges,
): Promise<Bot | null> {
  return withLockedBot(shelf, botId, async (bot) => {
    const is = await bot.db
      .updateTable("bots")
      // The id again, so that no change at all is a statement too.
      .set({ ...changes, botId, ...(changes.endpoint !== undefined && newEndpoint) })
      .where("botId", "=", botId)
      .returning(botColumns)
      .executeTakeFirstOrThrow();
    await recordDifferences(bot, is);
    return is;
  });
}

async function recordDifferences(bot: LockedBot, is: Bot): Promise<void> {
  const { was } = bot;
  if (is.endpoint !== was.endpoint) {
    await recordChange(bot, "endpoint_changed", { from: was.endpoint, to: is.endpoint });
  }
  if (is.policy !== was.policy || is.numberAlone !== was.numberAlone) {
    await recordChange(bot, "policy_changed", {
      from: { policy: was.policy, number_alone: was.numberAlone },
      to: { policy: is.policy, number_alone: is.numberAlone },
    });
  }
  await recordSettings(bot, is);
}

/** What is recorded in one entry, by the names that operators know. */
const otherSettings = {
  name: "name",
  pageId: "page_id",
  orderNumberFormat: "order_number_format",
  contact: "contact",
  accent: "accent",
  locale: "locale",
  languages: "languages",
  welcome: "welcome",
  menu: "menu",
  timeZone: "time_zone",
  origins: "origins",
  linkPage: "link_page",
  keepConversationsDays: "keep_conversations_days",
  keepDeliveriesDays: "keep_deliveries_days",
  keepFailedMessagesDays: "keep_failed_messages_days",
} as const satisfies Partial<Record<keyof Bot, string>>;

async function recordSettings(bot: LockedBot, is: Bot): Promise<void> {
  const { was } = bot;
  const changed = (Object.keys(otherSettings) as (keyof typeof otherSettings)[]).filter(
    (setting) => !isDeepStrictEqual(was[setting], is[setting]),
  );
  if (changed.length === 0) return;
  const named = (settings: Bot) =>
    Object.fromEntries(changed.map((setting) => [otherSettings[setting], settings[setting]]));
  await recordChange(bot, "settings_changed", { from: named(was), to: named(is) });
}
