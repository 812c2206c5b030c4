import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { NewsFacts } from "@meetbot/model/push/news-state.ts";
import { toCalendarDate } from "@meetbot/presentation";
import type { DialogContext } from "../dialog/step.ts";
import {
  matchTitles,
  mentionsOtherGoods,
  namesGoods,
} from "../recognition/context/match-titles.ts";

/** What depends on where and when the bot speaks; the holder is the bot unless given. */
type Means = Pick<DialogContext, "sendsCodes" | "offersLinks" | "answers" | "now"> &
  Partial<Pick<DialogContext, "holder" | "waiting">> & { news?: NewsFacts };

/** Returns the dialog's current context for a bot. */
export function dialogContext(
  bot: Bot,
  { now, holder = "bot", news, ...means }: Means,
): DialogContext {
  const today = toCalendarDate(new Date(now), bot.timeZone);
  const goods = { namedGoods: matchTitles, namesGoods, mentionsOtherGoods };
  const offersNews = bot.news && news?.isPushed === true;
  // A code proves an account: a customer found by a telephone number alone has none that a mail reaches.
  const sendsCodes = means.sendsCodes && bot.accountKind !== "phone";
  const told = {
    ...{ offersNews, newsReach: news?.reach ?? "here" },
    newsOutside: news?.outside ?? { browser: false, email: false },
  } as const;
  return { ...bot, ...means, sendsCodes, ...goods, ...told, holder, now, today };
}
