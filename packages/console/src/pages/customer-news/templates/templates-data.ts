import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import type { OutputOf } from "../../../api/routes.ts";
import { useChange } from "../../../api/use-route.ts";
import { channelKey } from "../../../parts/channel/channel-query.ts";

type Templates = OutputOf<"GET /bots/{bot_id}/channels/messenger/templates">;
export type Template = Templates["templates"][number];
export type TemplateKind = Template["kind"];
export type TemplateState = Template["state"];

/** Meta reviews templates within seconds and can disable one at any time. */
const pendingMs = 3_000;
const lookAgainMs = 30_000;

const keyOf = (botId: string) => [...channelKey("messenger", botId), "templates"] as const;

export const templatesQuery = (botId: string) =>
  queryOptions({
    queryKey: keyOf(botId),
    queryFn: ({ signal }) =>
      api(
        "GET /bots/{bot_id}/channels/messenger/templates",
        { path: { bot_id: botId } },
        { signal },
      ),
    refetchInterval: ({ state }) =>
      state.data?.templates.some((one) => one.state === "pending") ? pendingMs : lookAgainMs,
    staleTime: 0,
  });

/** Creates the missing templates at Meta. */
export function usePublishing(botId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api("POST /bots/{bot_id}/channels/messenger/templates/publish", {
        path: { bot_id: botId },
      }),
    onSuccess: ({ problem: _, ...templates }) => queries.setQueryData(keyOf(botId), templates),
  });
}

/** Deletes a template at Meta; only then does Meta accept another text under that name. */
export function useDeletion(botId: string) {
  return useChange(
    ({ name, language }: Template) =>
      api("DELETE /bots/{bot_id}/channels/messenger/templates/{name}/{language}", {
        path: { bot_id: botId, name, language },
      }),
    keyOf(botId),
  );
}

/** Groups templates by kind, each with all its languages. */
export function groupByKind(
  templates: readonly Template[],
): { kind: TemplateKind; languages: Template[] }[] {
  const kinds = [...new Set(templates.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, languages: templates.filter((one) => one.kind === kind) }));
}
