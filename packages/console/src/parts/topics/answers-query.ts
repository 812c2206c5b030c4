import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useBotId } from "../../access/bot.ts";
import { useListedBot } from "../../access/role.ts";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import type { OutputOf } from "../../api/routes.ts";

/** The shop's own answers, and how often customers asked for them. */
export type Answers = OutputOf<"GET /bots/{bot_id}/answers">;
export type TopicRow = Answers["topics"][number];
export type Taught = Answers["taught"][number];
export type AnswerVersion = NonNullable<Answers["last"]>;
export type AnswerBook = Answers["book"];
export type GivenAnswer = AnswerBook["answers"][string];
export type AnswerText = NonNullable<GivenAnswer["texts"]["en"]>;
export type AnswerButton = AnswerText["buttons"][number];

/** A request whose meaning an added example would change, with its meanings before and after. */
export interface Conflict {
  text: string;
  before: string | null;
  after: string | null;
}

export const answersQuery = (botId: string) =>
  queryOptions({
    queryKey: ["answers", botId],
    queryFn: ({ signal }) =>
      api("GET /bots/{bot_id}/answers", { path: { bot_id: botId } }, { signal }),
  });

/** Loads the shop's own answers; nothing for agents, who may not read them. */
export function useAnswers() {
  const botId = useBotId();
  const isTold = useListedBot(botId)?.role !== "agent";
  return useQuery({ ...answersQuery(botId), enabled: isTold });
}

/** Returns a mutation that writes to the answers. It ends when every query that shows them has been refetched. */
export function useWriteAnswers<Input, Written>(write: (input: Input) => Promise<Written>) {
  const queries = useQueryClient();
  const botId = useBotId();
  return useMutation({
    mutationFn: write,
    async onSettled() {
      // The bot may now understand an utterance differently, too.
      void queries.invalidateQueries({ queryKey: ["unanswered", botId] });
      await queries.invalidateQueries({ queryKey: ["answers", botId] });
    },
  });
}

/** Returns the newer version if a concurrent write is why nothing was changed; otherwise `null`. */
export function newerOf(problem: unknown): AnswerVersion | null {
  const isNewer = problem instanceof ApiProblem && problem.code === "answers_changed_meanwhile";
  return isNewer ? ((problem.said.newer as AnswerVersion | undefined) ?? null) : null;
}

/** Returns the requests whose meaning would change, if the server rejected the change for that reason. */
export function conflictsOf(problem: unknown): Conflict[] {
  const isConflict = problem instanceof ApiProblem && problem.code === "example_conflicts";
  return isConflict ? ((problem.said.conflicts as Conflict[] | undefined) ?? []) : [];
}
