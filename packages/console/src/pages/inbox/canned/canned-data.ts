import { queryOptions } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import { ApiProblem } from "../../../api/api-problem.ts";
import type { InputOf, OutputOf } from "../../../api/routes.ts";
import { useChange } from "../../../api/use-route.ts";

export type CannedReply = OutputOf<"GET /bots/{bot_id}/canned-replies">["data"][number];
export type CannedText = InputOf<"POST /bots/{bot_id}/canned-replies">["body"];

/** All canned replies of a bot. */
export const cannedQuery = (botId: string) =>
  queryOptions({
    queryKey: ["canned-replies", botId],
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/canned-replies", { path: { bot_id: botId } }, { signal }),
    staleTime: 30_000,
  });

/** Writes and deletes them. */
export function useCannedChanges(botId: string) {
  const path = { bot_id: botId };
  const save = useChange(
    ({ text, before }: { text: CannedText; before: CannedReply | null }) =>
      before
        ? api("PUT /bots/{bot_id}/canned-replies/{reply_id}", {
            path: { ...path, reply_id: before.reply_id },
            body: { ...text, version: before.version },
          })
        : api("POST /bots/{bot_id}/canned-replies", { path, body: text }),
    cannedQuery(botId).queryKey,
  );
  const remove = useChange(
    ({ reply_id, version }: CannedReply) =>
      api("DELETE /bots/{bot_id}/canned-replies/{reply_id}", {
        path: { ...path, reply_id },
        query: { version },
      }),
    cannedQuery(botId).queryKey,
  );
  return { save, remove };
}

/** Returns the reply's current version if another operator changed it meanwhile. */
export function theirsOf(problem: unknown): CannedReply | null {
  if (!(problem instanceof ApiProblem) || problem.code !== "changed_meanwhile") return null;
  return (problem.said.reply as CannedReply | undefined) ?? null;
}
