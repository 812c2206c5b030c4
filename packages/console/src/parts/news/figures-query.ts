import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api/api.ts";

/** Query key prefix of all data on a bot's customer updates. */
export const newsKey = (botId: string) => ["bots", botId, "news"] as const;

/** Refetch interval, because customer updates are sent at any moment. */
export const lookAgainMs = 15_000;

export const figuresQuery = (botId: string) =>
  queryOptions({
    queryKey: [...newsKey(botId), "figures"],
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/notifications/figures", { path: { bot_id: botId } }, { signal }),
    refetchInterval: lookAgainMs,
    staleTime: 0,
  });
