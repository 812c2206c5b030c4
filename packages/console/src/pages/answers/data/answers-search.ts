import { oneOf, onlySet, textOf } from "../../../parts/list/read-search.ts";

/** What the address of the list says: the words sought, whether answered ones are left out, and its order. */
export interface AnswersSearch {
  q?: string;
  show?: "without";
  by?: "asked";
}

/** Reads the address; what is not understood is left out. */
export function readAnswersSearch(search: Record<string, unknown>): AnswersSearch {
  return onlySet<AnswersSearch>({
    q: textOf(search.q),
    show: oneOf(search.show, ["without"]),
    by: oneOf(search.by, ["asked"]),
  });
}
