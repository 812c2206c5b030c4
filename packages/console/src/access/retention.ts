import { useQuery } from "@tanstack/react-query";
import { botsQuery } from "./me.ts";

/** What bots are created with, and most keep: shown until it is known. */
const usualDays = 7;

/** For how many days a bot keeps what its pages show. */
export function useRetention(botId: string) {
  const { data } = useQuery(botsQuery);
  const bot = data?.data.find(({ bot_id }) => bot_id === botId);
  const conversations = bot?.keep_conversations_days ?? usualDays;
  const own = bot && bot.role !== "agent" ? bot.keep_deliveries_days : null;
  return { conversations, deliveries: own ?? conversations, isOwn: own !== null };
}
