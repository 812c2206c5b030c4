import { useQuery } from "@tanstack/react-query";
import type { ApiProblem } from "../../api/api-problem.ts";
import { loadWords } from "../../words/catalogs.ts";
import { useSpeaking } from "../../words/speaking.tsx";
import { describeProblem } from "./describe-problem.ts";

/** Returns the server's error in the reader's language; the translations load only after the first error. */
export function useProblem(problem: ApiProblem | null): { text: string; aside?: string } | null {
  const { locale } = useSpeaking();
  const { data } = useQuery({
    queryKey: ["problem words", locale],
    queryFn: () => loadWords(locale, "problems"),
    enabled: problem !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (!problem) return null;
  return data ? describeProblem(problem, data) : { text: problem.message };
}
