import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";

export type ShownConversation = OutputOf<"GET /bots/{bot_id}/conversations/{conversation_id}">;
export type TimelineEntry = ShownConversation["entries"][number];
export type CustomerEntry = Extract<TimelineEntry, { from: "customer" }>;
export type ReplyEntry = Exclude<TimelineEntry, { from: "customer" }>;
export type ShownDelivery = CustomerEntry["deliveries"][number];

/**
 * Loads one conversation page by page, masked until the operator reveals it. The audit log records each unmasked read,
 * so nothing is refetched automatically.
 */
export function useConversation(botId: string, conversationId: string) {
  const [isRevealed, setRevealed] = useState(false);
  const queries = useQueryClient();
  const queryKey = ["conversation", botId, conversationId, isRevealed];
  const query = useInfiniteQuery<
    ShownConversation,
    Error,
    InfiniteData<ShownConversation>,
    readonly unknown[],
    string | undefined
  >({
    queryKey,
    queryFn({ pageParam, signal }) {
      const input = {
        path: { bot_id: botId, conversation_id: conversationId },
        query: pageParam ? { cursor: pageParam } : {},
      };
      return isRevealed
        ? api("POST /bots/{bot_id}/conversations/{conversation_id}/reveal", input, { signal })
        : api("GET /bots/{bot_id}/conversations/{conversation_id}", input, { signal });
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    staleTime: isRevealed ? Number.POSITIVE_INFINITY : 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    // The current content stays visible until the same content arrives with personal data.
    placeholderData: (before) => before,
  });
  return {
    query,
    isRevealed,
    reveal: () => setRevealed(true),
    hide: () => setRevealed(false),
    refresh: () => queries.invalidateQueries({ queryKey: ["conversation", botId, conversationId] }),
  };
}

/** Loads pages until they include the message that the operator opened. */
export function useLoadUntil(
  query: ReturnType<typeof useConversation>["query"],
  message: number | undefined,
) {
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const last = data?.pages.at(-1)?.entries.at(-1)?.seq ?? 0;
  const isAhead = message !== undefined && data !== undefined && last < message && hasNextPage;
  useEffect(() => {
    if (isAhead && !isFetching && !isError) void fetchNextPage();
  }, [isAhead, isFetching, isError, fetchNextPage]);
}

/** A customer message with the replies of the bot or an agent. */
export interface TurnOf {
  customer: CustomerEntry | null;
  replies: ReplyEntry[];
}

/** Groups the transcript by turns; replies before the first customer message get a turn of their own. */
export function toTurns(entries: readonly TimelineEntry[]): TurnOf[] {
  const turns: TurnOf[] = [];
  for (const entry of entries) {
    if (entry.from === "customer") turns.push({ customer: entry, replies: [] });
    else if (turns.length === 0) turns.push({ customer: null, replies: [entry] });
    else turns.at(-1)?.replies.push(entry);
  }
  return turns;
}

/** One of a turn's messages has this number. */
export function isIn({ customer, replies }: TurnOf, seq: number): boolean {
  return customer?.seq === seq || replies.some((reply) => reply.seq === seq);
}
