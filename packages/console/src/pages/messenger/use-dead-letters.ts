import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { type DeadLetter, lettersKey, messengerQuery } from "./messenger-data.ts";

/** So many stand on the page before somebody asks for more. */
const limit = 10;

/** Messages that were given up, and putting them again. */
export function useDeadLetters(botId: string) {
  const queries = useQueryClient();
  const path = { bot_id: botId };
  const query = useInfiniteQuery({
    queryKey: lettersKey(botId),
    queryFn: ({ pageParam, signal }) =>
      api(
        "GET /bots/{bot_id}/messenger/failed",
        { path, query: { limit, ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    staleTime: 0,
  });
  const renew = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: lettersKey(botId) }),
      queries.invalidateQueries(messengerQuery(botId)),
    ]);
  const retryOne = useMutation({
    mutationFn: ({ conversation_id, seq }: DeadLetter) =>
      api("POST /bots/{bot_id}/messenger/failed/retry", { path, body: { conversation_id, seq } }),
    onSettled: renew,
  });
  const retryAll = useMutation({
    mutationFn: () => api("POST /bots/{bot_id}/messenger/failed/retry-all", { path }),
    onSettled: renew,
  });
  return { query, retryOne, retryAll };
}
