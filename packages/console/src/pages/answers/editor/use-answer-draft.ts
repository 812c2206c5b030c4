import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useBotId } from "../../../access/bot.ts";
import { api } from "../../../api/api.ts";
import { ApiProblem } from "../../../api/api-problem.ts";
import {
  type Answers,
  type AnswerVersion,
  answersQuery,
  type Conflict,
  conflictsOf,
  newerOf,
  useWriteAnswers,
} from "../../../parts/topics/answers-query.ts";
import {
  type AnswerDraft,
  isOwn,
  isSame,
  isSameAnswer,
  isSameTopic,
  newTopicId,
  toAnswer,
  toDraft,
  toOwnTopic,
} from "./answer-draft.ts";
import { type Faults, findFaults } from "./find-faults.ts";
import { useFaultWords } from "./use-fault-words.ts";

/** A topic as it is being edited. */
export interface Editing {
  draft: AnswerDraft;
  /** The saved answer, as this editor last loaded it. */
  saved: AnswerDraft;
  set(change: Partial<AnswerDraft>): void;
  /** Returns the fault at a place, as in {@link Faults}, but only once the user has tried to save the draft. */
  faultAt(place: string): string | undefined;
  isChanged: boolean;
  isSaved: boolean;
  isSaving: boolean;
  save(): void;
  discard(): void;
  /** A problem that does not concern a single field. */
  problem: unknown;
  newer: AnswerVersion | null;
  /** Whether the saved version was loaded again because another editor saved first. */
  isRebased: boolean;
  rebase(): Promise<void>;
  conflicts: readonly Conflict[];
}

interface Edited {
  base: Answers;
  draft: AnswerDraft;
  isRebased: boolean;
  /** Whether the user has tried to save the draft. */
  isTried: boolean;
}

/** Edits one topic: of the catalog, or an own one; `null`: one that is new. */
export function useAnswerDraft(
  answers: Answers,
  given: string | null,
  onSaved: (topic: string) => void,
): Editing {
  const queries = useQueryClient();
  const botId = useBotId();
  const wordsOf = useFaultWords();
  const [edited, setEdited] = useState<Edited | null>(null);
  // A new topic keeps its id across retries, even if its name changes.
  const [made, setMade] = useState<string | null>(null);
  const topic = given ?? made;
  const isOwnTopic = topic === null || isOwn(topic);
  const base = edited?.base ?? answers;
  const saved = toDraft(base, topic);
  const draft = edited?.draft ?? saved;
  const read = () => queries.fetchQuery({ ...answersQuery(botId), staleTime: 0 });
  const keep = (fresh: Answers, isRebased: boolean) =>
    setEdited((before) => before && { ...before, base: fresh, isRebased });
  const saving = useWriteAnswers((target: string) =>
    write({ botId, topic: target, version: base.version, saved, draft }),
  );
  const faults: Faults = edited?.isTried ? findFaults(draft, base, isOwnTopic) : {};
  const refused = faultsIn(saving.error);
  const newer = newerOf(saving.error);
  const conflicts = conflictsOf(saving.error);
  const isPlaced = refused.some(({ pointer }) => isField.test(pointer));
  return {
    draft,
    saved,
    set(change) {
      saving.reset();
      setEdited((before) => ({
        isRebased: false,
        isTried: false,
        ...before,
        base: before?.base ?? answers,
        draft: { ...(before?.draft ?? saved), ...change },
      }));
    },
    faultAt(place) {
      const fault = faults[place];
      if (fault) return wordsOf(fault);
      return refused.find(({ pointer }) => isAt(pointer, place))?.message;
    },
    isChanged: edited !== null && !isSame(draft, saved),
    isSaved: saving.isSuccess,
    isSaving: saving.isPending,
    save() {
      setEdited((before) => before && { ...before, isTried: true });
      if (Object.keys(findFaults(draft, base, isOwnTopic)).length > 0) return;
      const target = topic ?? newTopicId(draft.name, idsIn(base), randomEnd());
      setMade(target);
      saving.mutate(target, {
        onSuccess() {
          setEdited(null);
          onSaved(target);
        },
        // Half of the draft may be saved already; further changes build on that.
        onError: (problem) =>
          newerOf(problem) === null && void read().then((now) => keep(now, false), leaveIt),
      });
    },
    discard() {
      saving.reset();
      setEdited(null);
    },
    problem: newer || conflicts.length > 0 || isPlaced ? null : saving.error,
    newer,
    conflicts,
    isRebased: edited?.isRebased ?? false,
    async rebase() {
      const now = await read().catch(leaveIt);
      if (!now) return;
      keep(now, true);
      saving.reset();
    },
  };
}

/** When a fetch of the saved answers fails, the shown answer stays; the user can try again. */
const leaveIt = () => undefined;

const idsIn = ({ book }: Answers) => book.own_topics.map(({ id }) => id);

/** Returns a suffix that is unique among the few topics of a bot. */
const randomEnd = () => Math.random().toString(36).slice(2, 8);

/** Where the editor has a field; other errors are shown below the editor. */
const isField =
  /\/texts\/[^/]+\/(?:text|buttons\/\d+\/(?:title|url))$|\/(?:valid_until|name|examples(?:\/\d+)?)$/;

/** The server names one sentence of several; they are one field. */
const isAt = (pointer: string, place: string) =>
  pointer.endsWith(place) || (place === "/examples" && /\/examples\/\d+$/.test(pointer));

function faultsIn(error: unknown): readonly { pointer: string; message: string }[] {
  return error instanceof ApiProblem && error.status !== 403 ? error.errors : [];
}

/** Writes what has changed: the topic first, because its answer cannot belong to a missing topic. */
async function write({
  botId,
  topic,
  version,
  saved,
  draft,
}: Pick<Editing, "draft" | "saved"> & {
  botId: string;
  topic: string;
  version: number;
}): Promise<void> {
  const path = { bot_id: botId, topic };
  let seen = version;
  if (isOwn(topic) && !isSameTopic(saved, draft)) {
    const body = { version: seen, ...toOwnTopic(draft) };
    seen = (await api("PUT /bots/{bot_id}/answers/own/{topic}", { path, body })).version;
  }
  if (isSameAnswer(saved, draft)) return;
  const body = { version: seen, answer: toAnswer(draft) };
  await api("PUT /bots/{bot_id}/answers/topics/{topic}", { path, body });
}
