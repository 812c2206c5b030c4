import { useQuery } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import { inboxKey } from "../data/inbox-data.ts";
import type { Watch } from "./news-of.ts";

/** Between two looks, also where the tab is behind others. */
const watchMs = 5000;

/** Who waits, and what is new in one's own conversations; looked at from every page of the bot. */
export function useWatch(botId: string) {
  return useQuery({
    queryKey: [...inboxKey(botId), "watch"],
    queryFn: async ({ signal }): Promise<Watch> => {
      const look = (view: "mine" | "waiting") =>
        api(
          "GET /bots/{bot_id}/inbox",
          { path: { bot_id: botId }, query: { view, limit: 50 } },
          { signal },
        );
      const [mine, waiting] = await Promise.all([look("mine"), look("waiting")]);
      return { mine: mine.data, waiting: waiting.data, waitingCount: waiting.counts.waiting };
    },
    refetchInterval: watchMs,
    refetchIntervalInBackground: true,
    staleTime: watchMs,
    retry: false,
  });
}
