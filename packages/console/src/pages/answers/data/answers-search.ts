import { oneOf, onlySet, textOf } from "../../../parts/list/read-search.ts";

/** The list's URL parameters: search words, whether answered topics are hidden, and the sort order. */
export interface AnswersSearch {
  q?: string;
  show?: "without";
  by?: "asked";
}

/** Parses the URL parameters and drops invalid ones. */
export function readAnswersSearch(search: Record<string, unknown>): AnswersSearch {
  return onlySet<AnswersSearch>({
    q: textOf(search.q),
    show: oneOf(search.show, ["without"]),
    by: oneOf(search.by, ["asked"]),
  });
}
