import { concepts } from "../lexicon/lexicon.ts";
import type { Findings } from "./concepts.ts";

/** Room for every pair of up to 64 concepts; a concept paired with itself represents the concept alone. */
const side = 64;
export const conceptFeatures = side * side;

const numbers = new Map(concepts.map((concept, index) => [concept, index]));

/** Passes the concepts of an utterance, and the pairs of them within one clause, to `read`. */
export function readConceptFeatures(
  clauses: readonly Findings[],
  read: (feature: number) => void,
): void {
  const seen = new Set<number>();
  for (const findings of clauses) {
    const found = [...findings.keys()].map((concept) => numbers.get(concept) ?? 0);
    for (const first of found) {
      for (const second of found) if (first <= second) seen.add(first * side + second);
    }
  }
  for (const feature of seen) read(feature);
}

/** Returns a readable name of a concept feature. */
export function nameConceptFeature(feature: number): string {
  const first = concepts[Math.floor(feature / side)] ?? "";
  const second = concepts[feature % side] ?? "";
  return first === second ? first : `${first} + ${second}`;
}
