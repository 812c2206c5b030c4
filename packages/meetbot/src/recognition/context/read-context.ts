import type { Recognition } from "../../model/conversation/recognition.ts";
import { findFacts } from "./facts.ts";
import { plainClauses } from "./plain-clauses.ts";

/** What an utterance says that means something only together with what was said and shown before. */
export type Context = Pick<
  Recognition,
  "about" | "concern" | "ordinals" | "refersBack" | "narrowing"
>;

/** Reads it off the masked text: pure and total. */
export function readContext(masked: string): Context {
  const clauses = plainClauses(masked);
  const about = [...new Set(findFacts(clauses).map(({ fact }) => fact))];
  return { about, concern: null, ordinals: [], refersBack: false, narrowing: null };
}
