import { ApiProblem } from "../../../api/api-problem.ts";
import { useWords } from "../../../words/speaking.tsx";

/** Returns a localized reason why the shop was not queried; other problems are returned unchanged. */
export function useLookupProblem(problem: unknown): unknown {
  const words = useWords("webhook.lookUp");
  if (!(problem instanceof ApiProblem) || problem.code !== "too_many_look_ups") return problem;
  const { status, code, requestId, retryAfterS } = problem;
  const detail = words.tooMany({ minutes: Math.ceil((retryAfterS ?? 3_600) / 60) });
  return new ApiProblem({ status, code, detail, request_id: requestId ?? undefined });
}
