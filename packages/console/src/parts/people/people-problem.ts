import { ApiProblem } from "../../api/api-problem.ts";
import { useWords } from "../../words/speaking.tsx";

/** Returns why a change of people failed, in the console's current language; returns other problems unchanged. */
export function usePeopleProblem(problem: unknown): unknown {
  const words = useWords("fields.peopleProblems");
  if (!(problem instanceof ApiProblem) || !(problem.code in words)) return problem;
  const { status, code, requestId } = problem;
  const detail = words[code as keyof typeof words];
  return new ApiProblem({ status, code, detail, request_id: requestId ?? undefined });
}
