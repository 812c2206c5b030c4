import { toCalendarDate } from "@meetbot/presentation";
import type { DialogContext } from "../dialog/step.ts";
import type { Bot } from "../model/bot/bot.ts";
import { matchTitles, namesGoods } from "../recognition/context/match-titles.ts";

/** What the dialog must know of a bot at this moment. */
export function dialogContext(
  bot: Bot,
  { now, ...means }: Pick<DialogContext, "sendsCodes" | "offersLinks" | "answers" | "waiting" | "now">,
): DialogContext {
  const today = toCalendarDate(new Date(now), bot.timeZone);
  const goods = { namedGoods: matchTitles, namesGoods };
  return { ...bot, ...means, ...goods, now, today };
}
