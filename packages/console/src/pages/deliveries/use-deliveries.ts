import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../api/api.ts";
import type { InputOf, OutputOf } from "../../api/routes.ts";
import { boundsOf } from "../../parts/time/time-range.ts";
import type { DeliveryFilter } from "./delivery-search.ts";

export type DeliveryPage = OutputOf<"GET /bots/{bot_id}/deliveries">;
export type DeliveryRow = DeliveryPage["data"][number];
type Query = NonNullable<InputOf<"GET /bots/{bot_id}/deliveries">["query"]>;

export const pageSize = 100;

/** Converts the filter to admin API query parameters. */
export function toQuery(filter: DeliveryFilter, now: number): Query {
  const { method, outcome, status, slower, conversation, replays } = filter;
  return {
    ...(method && { method }),
    ...(outcome && { outcome: outcome as NonNullable<Query["outcome"]> }),
    ...(status && { status }),
    ...(slower && { min_duration_ms: slower }),
    ...(conversation && { conversation_id: conversation }),
    ...(replays && { replays: "only" as const }),
    ...boundsOf(filter, now),
  };
}

/** Returns the matching deliveries page by page; loaded pages stay until they are queried again. */
export function useDeliveries(botId: string, filter: DeliveryFilter) {
  const key = JSON.stringify(filter);
  // A range that ends now begins at one moment for all of its pages.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment is that of the filter.
  const query = useMemo(() => toQuery(filter, Date.now()), [key]);
  return useInfiniteQuery<
    DeliveryPage,
    Error,
    InfiniteData<DeliveryPage>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: ["deliveries", botId, key],
    queryFn: ({ pageParam, signal }) =>
      api(
        "GET /bots/{bot_id}/deliveries",
        {
          path: { bot_id: botId },
          query: { ...query, limit: pageSize, ...(pageParam && { cursor: pageParam }) },
        },
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    staleTime: 30_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
