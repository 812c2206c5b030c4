import type { ApiProblem } from "../../api/api-problem.ts";
import type { CatalogWords } from "../../words/catalogs.ts";

/**
 * Returns the server's error in the reader's language, if a translation is known; `aside`: the server's own wording.
 */
export function describeProblem(
  { code, status, message }: Pick<ApiProblem, "code" | "status" | "message">,
  words: CatalogWords<"problems">,
): { text: string; aside?: string } {
  const codes: Partial<Record<string, string>> = words.codes;
  const statuses: Partial<Record<number, string>> = words.statuses;
  const known = codes[code];
  if (known) return { text: known };
  // The server itself speaks English, so English has no texts here.
  const text = statuses[status] ?? words.others;
  return text ? { text, aside: message } : { text: message };
}
