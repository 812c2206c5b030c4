import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

/** All that is known of what a bot's customers are told first is kept below this key. */
export const newsKey = (botId: string) => ["bots", botId, "news"] as const;

/** Customers are told at any moment. */
export const lookAgainMs = 15_000;

export const figuresQuery = (botId: string) =>
  queryOptions({
    queryKey: [...newsKey(botId), "figures"],
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/notifications/figures", { path: { bot_id: botId } }, { signal }),
    refetchInterval: lookAgainMs,
    staleTime: 0,
  });
