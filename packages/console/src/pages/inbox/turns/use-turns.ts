import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import type { InputOf } from "../../../api/routes.ts";
import { deskQuery, inboxKey } from "../data/inbox-data.ts";

const one = "/bots/{bot_id}/conversations/{conversation_id}" as const;

type Turn =
  | { snooze: InputOf<`PUT ${typeof one}/snooze`>["body"] | null }
  | { assign: string | null };

/** Snoozes a conversation, or assigns it. */
export function useTurns(botId: string, conversationId: string) {
  const queries = useQueryClient();
  const path = { bot_id: botId, conversation_id: conversationId };
  return useMutation({
    mutationFn: (turn: Turn) => {
      if ("assign" in turn)
        return api(`PUT ${one}/assignment`, { path, body: { operator_id: turn.assign } });
      if (turn.snooze === null) return api(`DELETE ${one}/snooze`, { path });
      return api(`PUT ${one}/snooze`, { path, body: turn.snooze });
    },
    onSuccess: (row) =>
      queries.setQueryData(
        deskQuery(botId, conversationId).queryKey,
        (desk) => desk && { ...desk, ...row },
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey(botId) }),
  });
}
