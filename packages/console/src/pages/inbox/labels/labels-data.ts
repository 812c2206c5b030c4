import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import type { OutputOf } from "../../../api/routes.ts";
import { useChange } from "../../../api/use-route.ts";
import { deskQuery, inboxKey, labelsKey } from "../data/inbox-data.ts";

export type Label = OutputOf<"GET /bots/{bot_id}/inbox/labels">["data"][number];

/** The available label colors, in the order shown. */
export const colors = [
  "gray",
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "purple",
  "pink",
] as const satisfies Label["color"][];

const labelsQuery = (botId: string) =>
  queryOptions({
    queryKey: labelsKey(botId),
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/inbox/labels", { path: { bot_id: botId } }, { signal }),
    staleTime: 60_000,
  });

/** The labels of a bot's inbox, by name. */
export function useLabels(botId: string): readonly Label[] {
  return useQuery(labelsQuery(botId)).data?.data ?? none;
}

/** Returns the label that filters a list, while the bot still has it. */
export function useKnownLabel(botId: string, label: string | undefined): string | undefined {
  const { data } = useQuery(labelsQuery(botId));
  const isGone = data && !data.data.some(({ label_id }) => label_id === label);
  return isGone ? undefined : label;
}

const none: Label[] = [];

/** Makes labels, and changes and deletes them. */
export function useLabelChanges(botId: string) {
  const one = "/bots/{bot_id}/inbox/labels/{label_id}" as const;
  const create = useChange(
    (body: Pick<Label, "name" | "color">) =>
      api("POST /bots/{bot_id}/inbox/labels", { path: { bot_id: botId }, body }),
    labelsKey(botId),
  );
  const change = useChange(
    ({ label_id, ...body }: Label) =>
      api(`PATCH ${one}`, { path: { bot_id: botId, label_id }, body }),
    labelsKey(botId),
  );
  const remove = useChange(
    (label_id: string) => api(`DELETE ${one}`, { path: { bot_id: botId, label_id } }),
    inboxKey(botId),
  );
  return { create, change, remove };
}

/** Adds labels to a conversation and removes them. */
export function useLabeling(botId: string, conversationId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ label_id, isOn }: { label_id: string; isOn: boolean }) => {
      const path = { bot_id: botId, conversation_id: conversationId, label_id };
      const one = "/bots/{bot_id}/conversations/{conversation_id}/labels/{label_id}" as const;
      return isOn ? api(`PUT ${one}`, { path }) : api(`DELETE ${one}`, { path });
    },
    onSuccess: (_, { label_id, isOn }) =>
      queries.setQueryData(deskQuery(botId, conversationId).queryKey, (desk) => {
        const others = desk?.labels.filter((id) => id !== label_id) ?? [];
        return desk && { ...desk, labels: isOn ? [...others, label_id] : others };
      }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries(deskQuery(botId, conversationId)),
        queries.invalidateQueries({ queryKey: [...inboxKey(botId), "list"] }),
      ]),
  });
}
