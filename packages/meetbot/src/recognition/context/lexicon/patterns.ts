import { compilePhrases, type Gaps, type Letters } from "../../matching/phrase-syntax.ts";

/** The meaning of `…` in plain clauses, which are one per line: a few words of the same clause. */
export const gaps: Gaps = {
  Latin: "\\b[^\\n]{0,36}?\\b",
  Han: "[^\\n]{0,8}?",
};

/** One expression of many phrases, read in plain clauses. */
export const compile = (phrases: readonly string[], letters: Letters, flags = "m"): RegExp =>
  compilePhrases(phrases, letters, gaps, flags);
