import { useQuery } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import { inboxKey, pollMs } from "../data/inbox-data.ts";
import type { Watch } from "./news-of.ts";

export const watchKey = (botId: string) => [...inboxKey(botId), "watch"] as const;

/** Returns waiting customers, mentions, and news in the agent's own conversations; every page of the bot uses it. */
export function useWatch(botId: string) {
  return useQuery({
    queryKey: watchKey(botId),
    queryFn: async ({ signal }): Promise<Watch> => {
      const look = (view: "mine" | "waiting") =>
        api(
          "GET /bots/{bot_id}/inbox",
          { path: { bot_id: botId }, query: { view, limit: 50 } },
          { signal },
        );
      const path = { bot_id: botId };
      const [mine, waiting, mentions] = await Promise.all([
        look("mine"),
        look("waiting"),
        api("GET /bots/{bot_id}/inbox/mentions", { path }, { signal }),
      ]);
      const { counts, data } = waiting;
      return {
        ...{ mine: mine.data, waiting: data, waitingCount: counts.waiting + counts.owed },
        mentions: mentions.data,
      };
    },
    refetchInterval: pollMs,
    refetchIntervalInBackground: true,
    staleTime: pollMs,
    retry: false,
  });
}
