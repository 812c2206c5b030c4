import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../api/api.ts";
import type { InputOf, OutputOf } from "../../api/routes.ts";
import { boundsOf } from "../../parts/time/time-range.ts";
import type { ConversationSearch } from "./conversation-search.ts";

export type ConversationPage = OutputOf<"GET /bots/{bot_id}/conversations">;
export type ConversationRow = ConversationPage["data"][number];
type Query = NonNullable<InputOf<"GET /bots/{bot_id}/conversations">["query"]>;

const pageSize = 100;

function toQuery(search: ConversationSearch, now: number): Query {
  const { channel, locale, person, failed, disliked, id } = search;
  return {
    ...(channel && { channel }),
    ...(locale && { locale }),
    ...(person && { person_asked: "true" as const }),
    ...(failed && { failed: "true" as const }),
    ...(disliked && { disliked: "true" as const }),
    ...(id && { conversation_id: id }),
    ...boundsOf(search, now),
  };
}

/** Returns the matching conversations page by page; with an account, those in which the customer named it. */
export function useConversations(
  botId: string,
  search: ConversationSearch,
  account: string | undefined,
) {
  const key = JSON.stringify(search);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment is that of the search.
  const query = useMemo(() => toQuery(search, Date.now()), [key]);
  return useInfiniteQuery<
    ConversationPage,
    Error,
    InfiniteData<ConversationPage>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: ["conversations", botId, key, account],
    queryFn({ pageParam, signal }) {
      const input = {
        path: { bot_id: botId },
        query: { ...query, limit: pageSize, ...(pageParam && { cursor: pageParam }) },
      };
      return account === undefined
        ? api("GET /bots/{bot_id}/conversations", input, { signal })
        : api(
            "POST /bots/{bot_id}/conversations/search",
            { ...input, body: { account } },
            { signal },
          );
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    staleTime: 30_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
