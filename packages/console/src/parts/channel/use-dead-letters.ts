import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";
import { useChange } from "../../api/use-route.ts";
import { type ChannelName, channelKey } from "./channel-query.ts";

export type DeadLetter = OutputOf<`GET /bots/{bot_id}/${ChannelName}/failed`>["data"][number];

/** Number of messages shown before the operator loads more. */
const limit = 10;

/** Loads a channel's undeliverable messages and queues them again. */
export function useDeadLetters(channel: ChannelName, botId: string) {
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
  const retryOne = useChange(
    ({ conversation_id, seq }: DeadLetter) =>
      api(`POST ${routes}/failed/retry`, { path, body: { conversation_id, seq } }),
    channelKey(channel, botId),
  );
  const retryAll = useChange(
    () => api(`POST ${routes}/failed/retry-all`, { path }),
    channelKey(channel, botId),
  );
  return { query, retryOne, retryAll };
}
