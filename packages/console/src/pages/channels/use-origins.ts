import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Bot, botQuery } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";

/** Changes the list of origins and saves each change immediately. */
export function useOrigins({ bot_id, origins }: Bot) {
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: (wish: string[]) =>
      api("PATCH /bots/{bot_id}", { path: { bot_id }, body: { origins: wish } }),
    onSuccess(saved) {
      queries.setQueryData(botQuery(bot_id).queryKey, saved);
      void queries.invalidateQueries({ queryKey: ["bots"] });
    },
  });
  const { error } = saving;
  const isRefused = error instanceof ApiProblem && error.errors.length > 0;
  return {
    add: (origin: string) => saving.mutateAsync([...new Set([...origins, origin])]),
    remove: (origin: string) => saving.mutateAsync(origins.filter((one) => one !== origin)),
    /** Clears the result of the previous input. */
    forget: saving.reset,
    isSaving: saving.isPending,
    isSaved: saving.isSuccess,
    /** Whether the server rejected an origin. */
    isRefused,
    problem: isRefused ? null : error,
  };
}

export type Origins = ReturnType<typeof useOrigins>;
