import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../../api/api.ts";
import type { OutputOf } from "../../../api/routes.ts";

export type Panel = OutputOf<"GET /bots/{bot_id}/conversations/{conversation_id}/panel">;
export type ShownItem = Panel["shown"][number];
export type LookedUp = OutputOf<"POST /bots/{bot_id}/conversations/{conversation_id}/look-up">;
export type FoundItem = LookedUp["items"][number];

/** The subject of a query to the shop. */
export type Named =
  | { order_number: string }
  | { package_number: string }
  | { user_account: string; filter?: "open" | "past" | "unpaid"; page?: number };

/** Query key of the panel beside one conversation; canned replies take their values from this panel. */
export const panelKey = (botId: string, conversationId: string) =>
  ["inbox-panel", botId, conversationId] as const;

/** The item of the panel that the operator is about. */
export const chosenKey = (botId: string, conversationId: string) =>
  [...panelKey(botId, conversationId), "chosen"] as const;

/** Returns a conversation's panel, masked until the operator reveals it; reloaded with each new message. */
export function usePanel(props: {
  botId: string;
  conversationId: string;
  lastSeq: number;
  isOwn: boolean;
}) {
  const { botId, conversationId, lastSeq, isOwn } = props;
  const [isAsked, setAsked] = useState(false);
  const isRevealed = isOwn || isAsked;
  const path = { bot_id: botId, conversation_id: conversationId };
  const queries = useQueryClient();
  const wanted = `${lastSeq} ${isRevealed}`;
  const queryKey = panelKey(botId, conversationId);
  const query = useQuery<Panel>({
    queryKey,
    queryFn: async ({ signal }) => {
      const panel = isRevealed
        ? await api(
            "POST /bots/{bot_id}/conversations/{conversation_id}/panel/reveal",
            { path },
            { signal },
          )
        : await api(
            "GET /bots/{bot_id}/conversations/{conversation_id}/panel",
            { path },
            { signal },
          );
      queries.setQueryData([...queryKey, "read"], wanted);
      return panel;
    },
    // The audit log records each unmasked view, so nothing is refetched automatically.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { refetch, dataUpdatedAt } = query;
  // Stored beside the cached panel, which outlives its closing: the cached panel may not be the one wanted now.
  useEffect(() => {
    const read = queries.getQueryData([...panelKey(botId, conversationId), "read"]);
    if (dataUpdatedAt > 0 && read !== wanted) void refetch();
  }, [botId, conversationId, dataUpdatedAt, queries, refetch, wanted]);
  return {
    query,
    isRevealing: isRevealed && query.isFetching,
    reveal: () => (isRevealed ? void refetch() : setAsked(true)),
  };
}

/** Queries the shop on the operator's behalf. */
export function useLookUp(botId: string, conversationId: string) {
  const path = { bot_id: botId, conversation_id: conversationId };
  return useMutation({
    mutationFn: (body: Named) =>
      api("POST /bots/{bot_id}/conversations/{conversation_id}/look-up", { path, body }),
  });
}

/** Sends the card of an order or a package to the customer. */
export function useSendCard(botId: string, conversationId: string, onSent?: () => void) {
  const path = { bot_id: botId, conversation_id: conversationId };
  return useMutation({
    mutationFn: (body: { order_number: string } | { package_number: string }) =>
      api("POST /bots/{bot_id}/conversations/{conversation_id}/cards", { path, body }),
    onSuccess: () => onSent?.(),
  });
}

/** Stores the item that the operator chose, separately from the panel. */
export function useChosen(botId: string, conversationId: string) {
  const queries = useQueryClient();
  const queryKey = chosenKey(botId, conversationId);
  const { data = null } = useQuery<ShownItem | null>({
    queryKey,
    queryFn: () => null,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return [data, (item: ShownItem | null) => void queries.setQueryData(queryKey, item)] as const;
}
