import { ApiProblem } from "../../api/api-problem.ts";
import { useWords } from "../../words/speaking.tsx";

/** Why people were not changed, in the language that is spoken; other problems as they are. */
export function usePeopleProblem(problem: unknown): unknown {
  const words = useWords("fields.peopleProblems");
  if (!(problem instanceof ApiProblem) || !(problem.code in words)) return problem;
  const { status, code, requestId } = problem;
  const detail = words[code as keyof typeof words];
  return new ApiProblem({ status, code, detail, request_id: requestId ?? undefined });
}
