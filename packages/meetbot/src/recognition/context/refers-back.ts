import { compile } from "./lexicon/patterns.ts";
import { chinesePointers, englishPointers } from "./lexicon/pointers.ts";
import type { PlainClauses } from "./plain-clauses.ts";

const pointers = [compile(englishPointers, "Latin"), compile(chinesePointers, "Han")];

/** Whether it points at what is shown: "it", "that one", 这单. */
export function refersBack({ text }: PlainClauses): boolean {
  return pointers.some((pattern) => pattern.test(text));
}
