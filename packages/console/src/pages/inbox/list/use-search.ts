import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";

/** Finds conversations by email, number or label. The server records each search, so the query runs only once. */
export function useSearched(botId: string, text: string) {
  return useInfiniteQuery({
    queryKey: ["inbox-search", botId, text],
    queryFn: ({ pageParam, signal }) =>
      api(
        "POST /bots/{bot_id}/inbox/search",
        {
          path: { bot_id: botId },
          query: { limit: 50, ...(pageParam && { cursor: pageParam }) },
          body: { text },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    enabled: text !== "",
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });
}
