import { useQuery } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import { inboxKey, pollMs } from "../data/inbox-data.ts";
import type { Watch } from "./news-of.ts";

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
      const { counts, data } = waiting;
      return { mine: mine.data, waiting: data, waitingCount: counts.waiting + counts.owed };
    },
    refetchInterval: pollMs,
    refetchIntervalInBackground: true,
    staleTime: pollMs,
    retry: false,
  });
}
