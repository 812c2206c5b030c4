import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Bot, type BotChanges, botQuery } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";

type Setting = keyof BotChanges & keyof Bot;

/** Settings of a bot as they are being edited: nothing is changed before it is saved. */
export interface Draft {
  /** The bot as it would be. */
  shown: Bot;
  set<Name extends Setting>(name: Name, value: Bot[Name]): void;
  isChanged: boolean;
  /** Whether the server refused the setting's value. */
  isRefused(name: Setting): boolean;
  save(): void;
  discard(): void;
  isSaving: boolean;
  isSaved: boolean;
  /** An error that does not concern a single setting. */
  problem: unknown;
}

export function useDraft(bot: Bot): Draft {
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Partial<Bot>>({});
  const saving = useMutation({
    mutationFn: (changes: BotChanges) =>
      api("PATCH /bots/{bot_id}", { path: { bot_id: bot.bot_id }, body: changes }),
    onSuccess(saved) {
      queries.setQueryData(botQuery(bot.bot_id).queryKey, saved);
      setDraft({});
      void queries.invalidateQueries({ queryKey: ["bots"] });
    },
  });
  const changes = differences(bot, draft);
  const refused = faultsIn(saving.error);
  return {
    shown: { ...bot, ...draft },
    set(name, value) {
      saving.reset();
      setDraft((before) => ({ ...before, [name]: value }));
    },
    isChanged: Object.keys(changes).length > 0,
    isRefused: (name) => refused.some(({ pointer }) => pointer.startsWith(`/${name}`)),
    save: () => saving.mutate(changes),
    discard() {
      saving.reset();
      setDraft({});
    },
    isSaving: saving.isPending,
    isSaved: saving.isSuccess,
    problem: refused.length > 0 ? null : saving.error,
  };
}

/**
 * Returns where the server reports an invalid value; nothing for an operator who may not change it at all, because the
 * values are not at fault.
 */
function faultsIn(error: unknown): readonly { pointer: string }[] {
  return error instanceof ApiProblem && error.status !== 403 ? error.errors : [];
}

function differences(bot: Bot, draft: Partial<Bot>): BotChanges {
  const changed = Object.entries(draft).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(bot[name as keyof Bot]),
  );
  return Object.fromEntries(changed);
}
