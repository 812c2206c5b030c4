import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";
import { type ChannelName, channelKey } from "./channel-query.ts";

export type DeadLetter = OutputOf<`GET /bots/{bot_id}/${ChannelName}/failed`>["data"][number];

/** So many stand on the page before somebody asks for more. */
const limit = 10;

/** Messages of a channel that were given up, and putting them again. */
export function useDeadLetters(channel: ChannelName, botId: string) {
  const queries = useQueryClient();
  const routes = `/bots/{bot_id}/${channel}` as const;
  const path = { bot_id: botId };
  const query = useInfiniteQuery({
    queryKey: [...channelKey(channel, botId), "failed"],
    queryFn: ({ pageParam, signal }) =>
      api(
        `GET ${routes}/failed`,
        { path, query: { limit, ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    staleTime: 0,
  });
  const renew = () => queries.invalidateQueries({ queryKey: channelKey(channel, botId) });
  const retryOne = useMutation({
    mutationFn: ({ conversation_id, seq }: DeadLetter) =>
      api(`POST ${routes}/failed/retry`, { path, body: { conversation_id, seq } }),
    onSettled: renew,
  });
  const retryAll = useMutation({
    mutationFn: () => api(`POST ${routes}/failed/retry-all`, { path }),
    onSettled: renew,
  });
  return { query, retryOne, retryAll };
}
