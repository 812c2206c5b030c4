import { queryOptions, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import type { InputOf, OutputOf } from "../../../api/routes.ts";
import { useChange } from "../../../api/use-route.ts";
import { lookAgainMs, newsKey } from "../../../parts/news/figures-query.ts";

export type ListedPush = OutputOf<"GET /bots/{bot_id}/pushes">["data"][number];
export type Method = ListedPush["method"];
export type Subscription = OutputOf<"GET /bots/{bot_id}/subscriptions">["data"][number];
export type SubscriptionCounts = Pick<
  OutputOf<"GET /bots/{bot_id}/subscriptions">,
  "living" | "living_by"
>;
export type NewTest = NonNullable<InputOf<"POST /bots/{bot_id}/pushes/test">["body"]>;
type PushQuery = NonNullable<InputOf<"GET /bots/{bot_id}/pushes">["query"]>;
export type PushFilter = Pick<PushQuery, "method" | "state" | "tests">;
type SubscriptionQuery = NonNullable<InputOf<"GET /bots/{bot_id}/subscriptions">["query"]>;
export type SubscriptionFilter = Pick<SubscriptionQuery, "state" | "conversation_id">;

/** A short polling interval, because an operator who watches a push waits for its result. */
const watchMs = 1_500;

/** How many pushed events the page shows before the reader loads more. */
const limit = 10;

/** How long pushed events are stored. */
export const keptDays = 30;

/** The newest push of the shop's own. */
export const lastPushQuery = (botId: string) =>
  queryOptions({
    queryKey: [...newsKey(botId), "last"],
    queryFn: ({ signal }) =>
      api(
        "GET /bots/{bot_id}/pushes",
        { path: { bot_id: botId }, query: { limit: 1, tests: "none" } },
        { signal },
      ),
    refetchInterval: lookAgainMs,
    staleTime: 0,
  });

/** Queries whether there is a secret to sign pushes with, and when one was last used. */
export const pushSecretQuery = (botId: string) =>
  queryOptions({
    queryKey: [...newsKey(botId), "secret"],
    queryFn: async ({ signal }) => {
      const keys = await api("GET /bots/{bot_id}/keys", { path: { bot_id: botId } }, { signal });
      const used = keys.secrets
        .filter(({ kind }) => kind === "push")
        .flatMap(({ last_used_at: at }) => at ?? []);
      return { isThere: keys.push_fingerprint !== null, lastUsedAt: used.sort().at(-1) ?? null };
    },
    refetchInterval: lookAgainMs,
    staleTime: 0,
  });

export function usePushes(botId: string, filter: PushFilter) {
  return useInfiniteQuery({
    queryKey: [...newsKey(botId), "pushes", filter],
    queryFn: ({ pageParam, signal }) =>
      api(
        "GET /bots/{bot_id}/pushes",
        {
          path: { bot_id: botId },
          query: { ...filter, limit, ...(pageParam && { cursor: pageParam }) },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    refetchInterval: lookAgainMs,
    staleTime: 0,
  });
}

/** Queries one push with its recipients, polling often until all are settled. */
export const pushQuery = (botId: string, pushId: string) =>
  queryOptions({
    queryKey: [...newsKey(botId), "push", pushId],
    queryFn: ({ signal }) =>
      api(
        "GET /bots/{bot_id}/pushes/{push_id}",
        { path: { bot_id: botId, push_id: pushId } },
        { signal },
      ),
    refetchInterval: ({ state: { data } }) =>
      data?.told.some(({ state }) => state === "accepted" || state === "queued")
        ? watchMs
        : lookAgainMs,
    staleTime: 0,
  });

export function useTestPush(botId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewTest) =>
      api("POST /bots/{bot_id}/pushes/test", { path: { bot_id: botId }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [...newsKey(botId), "pushes"] }),
  });
}

export function useSubscriptions(botId: string, filter: SubscriptionFilter) {
  return useInfiniteQuery({
    queryKey: [...newsKey(botId), "subscriptions", filter],
    queryFn: ({ pageParam, signal }) =>
      api(
        "GET /bots/{bot_id}/subscriptions",
        {
          path: { bot_id: botId },
          query: { ...filter, limit, ...(pageParam && { cursor: pageParam }) },
        },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    staleTime: 0,
  });
}

export function useEnding(botId: string) {
  return useChange(
    (subscriptionId: string) =>
      api("DELETE /bots/{bot_id}/subscriptions/{subscription_id}", {
        path: { bot_id: botId, subscription_id: subscriptionId },
      }),
    newsKey(botId),
  );
}
