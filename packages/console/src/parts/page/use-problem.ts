import { useQuery } from "@tanstack/react-query";
import type { ApiProblem } from "../../api/api-problem.ts";
import { useSpeaking } from "../../words/speaking.tsx";

/** What the server said, in the reader's language; Chinese sentences are loaded once something goes wrong. */
export function useProblem(problem: ApiProblem | null): { text: string; aside?: string } | null {
  const { locale } = useSpeaking();
  const { data } = useQuery({
    queryKey: ["problem words"],
    queryFn: () => import("./problem-words.ts"),
    enabled: problem !== null && locale !== "en",
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (!problem) return null;
  return data ? data.sayProblem(problem, locale) : { text: problem.message };
}
