import { queryOptions } from "@tanstack/react-query";
import type { Bot } from "../../../access/bot.ts";
import { useListedBot } from "../../../access/role.ts";
import { api } from "../../../api/api.ts";
import type { OutputOf } from "../../../api/routes.ts";
import { routeQuery } from "../../../api/use-route.ts";

export type Endpoint = OutputOf<"GET /bots/{bot_id}/endpoint">;
export type RunRule = OutputOf<"GET /conformance/rules">["data"][number];
export type Run = OutputOf<"GET /bots/{bot_id}/runs/{run_id}">;
export type RunSummary = OutputOf<"GET /bots/{bot_id}/runs">["data"][number];
export type RunDiff = NonNullable<Run["diff"]>;
export type RunFinding = Run["findings"][number];
export type RunExchange = Run["exchanges"][number];
export type Tried = OutputOf<"POST /bots/{bot_id}/queries">;
export type Code = Tried["code"];
export type WebhookStage = "current" | "next";

export const endpointQuery = (botId: string) =>
  queryOptions({
    queryKey: ["endpoint", botId],
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/endpoint", { path: { bot_id: botId } }, { signal }),
  });

/** The rules change with the server's version only. */
export const rulesQuery = routeQuery(
  "GET /conformance/rules",
  {},
  { staleTime: Number.POSITIVE_INFINITY },
);

export const runsQuery = (botId: string) =>
  queryOptions({
    queryKey: ["runs", botId],
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/runs", { path: { bot_id: botId }, query: { limit: 50 } }, { signal }),
  });

export const runQuery = (botId: string, runId: string) =>
  queryOptions({
    queryKey: ["run", botId, runId],
    queryFn: ({ signal }) =>
      api(
        "GET /bots/{bot_id}/runs/{run_id}",
        { path: { bot_id: botId, run_id: runId } },
        { signal },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Returns the operator's role on the bot, or `null` until it loads. */
export function useRole(botId: string): Bot["role"] | null {
  const role = useListedBot(botId)?.role ?? null;
  // Agents cannot open this page.
  return role === "agent" ? null : role;
}
