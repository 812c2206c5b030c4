import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../../api/api.ts";
import { ApiProblem } from "../../../api/api-problem.ts";
import { deskQuery, type InboxRow, inboxKey } from "./inbox-data.ts";

export type Move = "take" | "release" | "close" | "reopen";

/**
 * Returns an agent's actions on a conversation besides writing. `held`: another agent holds the conversation, so the
 * action needs confirmation.
 */
export function useMoves(botId: string, conversationId: string, onMoved: () => unknown) {
  const queries = useQueryClient();
  const [held, setHeld] = useState<{ move: Exclude<Move, "reopen">; by: InboxRow } | null>(null);
  const path = { bot_id: botId, conversation_id: conversationId };
  const mutation = useMutation({
    mutationFn: ({ move, overtake }: { move: Move; overtake?: true }) => {
      const one = "/bots/{bot_id}/conversations/{conversation_id}" as const;
      if (move === "reopen") return api(`POST ${one}/reopen`, { path });
      return api(`POST ${one}/${move}`, { path, body: overtake ? { overtake } : {} });
    },
    onError(problem, { move }) {
      const by =
        problem instanceof ApiProblem && (problem.said.conversation as InboxRow | undefined);
      const isHeld = problem instanceof ApiProblem && problem.code === "held_by_other";
      if (isHeld && by && move !== "reopen") setHeld({ move, by });
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: [...inboxKey(botId), "list"] }),
        queries.invalidateQueries({ queryKey: [...inboxKey(botId), "watch"] }),
        queries.invalidateQueries(deskQuery(botId, conversationId)),
        onMoved(),
      ]),
  });
  return {
    move: (move: Move) => mutation.mutate({ move }),
    isBusy: mutation.isPending,
    problem: held ? null : mutation.error,
    held,
    overtake() {
      if (held) mutation.mutate({ move: held.move, overtake: true });
      setHeld(null);
    },
    leaveHeld() {
      setHeld(null);
      mutation.reset();
    },
  };
}
