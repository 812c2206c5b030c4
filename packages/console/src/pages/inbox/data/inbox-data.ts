import {
  type InfiniteData,
  queryOptions,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import { ApiProblem } from "../../../api/api-problem.ts";
import type { OutputOf } from "../../../api/routes.ts";
import type { View } from "./inbox-search.ts";

export type InboxPage = OutputOf<"GET /bots/{bot_id}/inbox">;
export type ListedRow = InboxPage["data"][number];
export type InboxRow = Omit<ListedRow, "preview">;
export type InboxDesk = OutputOf<"GET /bots/{bot_id}/conversations/{conversation_id}/desk">;
export type InboxCounts = InboxPage["counts"];

/** Polling interval for visible data; hints arrive sooner but can be missed. */
export const pollMs = 30_000;
const pageLength = 50;

/** Prefix of all query keys for a bot's inbox. */
export const inboxKey = (botId: string) => ["inbox", botId] as const;
export const deskKey = (botId: string, conversationId: string) =>
  [...inboxKey(botId), "desk", conversationId] as const;
export const notesKey = (botId: string, conversationId: string) =>
  [...inboxKey(botId), "notes", conversationId] as const;
export const labelsKey = (botId: string) => [...inboxKey(botId), "labels"] as const;

export type InboxList = UseInfiniteQueryResult<InfiniteData<InboxPage>>;

/** Returns a list, page by page. The more pages are loaded, the less often the list is refreshed. */
export function useInboxList(botId: string, view: View, label: string | undefined): InboxList {
  return useInfiniteQuery({
    queryKey: [...inboxKey(botId), "list", view, label ?? ""],
    queryFn: ({ pageParam, signal }) =>
      api(
        "GET /bots/{bot_id}/inbox",
        {
          path: { bot_id: botId },
          query: {
            ...{ view, limit: pageLength },
            ...(label && { label }),
            ...(pageParam && { cursor: pageParam }),
          },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchInterval: ({ state }) => pollMs * (state.data?.pages.length ?? 1),
    staleTime: 3000,
  });
}

/** Who answers in one conversation. Stops polling if the conversation does not exist. */
export const deskQuery = (botId: string, conversationId: string) =>
  queryOptions({
    queryKey: deskKey(botId, conversationId),
    queryFn: ({ signal }) =>
      api(
        "GET /bots/{bot_id}/conversations/{conversation_id}/desk",
        { path: { bot_id: botId, conversation_id: conversationId } },
        { signal },
      ),
    refetchInterval: ({ state }) => (isGone(state.error) ? false : pollMs),
    staleTime: 0,
  });

/** Whether the conversation does not exist. */
export const isGone = (problem: unknown): boolean =>
  problem instanceof ApiProblem && problem.status === 404;
