import { useQuery } from "@tanstack/react-query";
import { botsQuery } from "./me.ts";

/** The default of new bots, which most keep: shown until the bot's own value has loaded. */
const usualDays = 7;

/** Returns for how many days a bot stores the data on its pages. */
export function useRetention(botId: string) {
  const { data } = useQuery(botsQuery);
  const bot = data?.data.find(({ bot_id }) => bot_id === botId);
  const conversations = bot?.keep_conversations_days ?? usualDays;
  const own = bot && bot.role !== "agent" ? bot.keep_deliveries_days : null;
  return { conversations, deliveries: own ?? conversations, isOwn: own !== null };
}
