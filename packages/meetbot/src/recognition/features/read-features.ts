import { conceptFeatures, readConceptFeatures } from "./concept-features.ts";
import type { Findings } from "./concepts.ts";
import { readTokens } from "./tokens.ts";
import { readWordFeatures, wordFeatures } from "./word-features.ts";

/** The inputs of the model's two heads. The first also gets the concepts, after the words. */
export interface Features {
  words: number[];
  concepts: number[];
}

/** The number of features in each head. */
export const headSizes = { words: wordFeatures + conceptFeatures, concepts: conceptFeatures };

export function readFeatures(masked: string, clauses: readonly Findings[]): Features {
  const features: Features = { words: [], concepts: [] };
  readWordFeatures(readTokens(masked), (feature) => features.words.push(feature));
  readConceptFeatures(clauses, (feature) => {
    features.concepts.push(feature);
    features.words.push(wordFeatures + feature);
  });
  return features;
}

/** Returns the features that stand for words, each with its words. */
export function nameWordFeatures(masked: string): [number, string][] {
  const tokens = readTokens(masked);
  const named: [number, string][] = [];
  readWordFeatures(tokens, (feature, from, to) => {
    if (to > from) named.push([feature, masked.slice(tokens.starts[from], tokens.ends[to - 1])]);
  });
  return named;
}
