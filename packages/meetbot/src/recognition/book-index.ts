import type { AnswerBook, Meaning } from "@meetbot/model/answers/answer-book.ts";
import { answerLimits } from "@meetbot/model/answers/answer-limits.ts";
import { splitClauses } from "./clauses.ts";
import { readContext } from "./context/read-context.ts";
import { findConcepts } from "./features/concepts.ts";
import { readFeatures } from "./features/read-features.ts";
import { readTopicFeatures } from "./features/topic-features.ts";
import { likeness } from "./likeness.ts";
import { mask } from "./mask.ts";
import { topicModel } from "./model/shipped-topic-model.ts";
import { normalize } from "./text/normalize.ts";

/** A shop's sentence that an utterance is like. */
export interface Near {
  meaning: Meaning;
  example: string;
  /** How much they have in common, 0 to 1; of a topic with several examples also with all of them together. */
  nearness: number;
  /** Whether both have the same words. */
  isExact: boolean;
  /** It was learned from several sentences of a topic rather than from one. */
  isOfSeveral: boolean;
}

/** A search index of what a shop taught its bot. */
export interface BookIndex {
  /** The sentence that is nearest, near or not; `null`: none has anything in common. */
  findNearest(utterance: string, features: readonly number[]): Near | null;
}

/** At most this many sentences are read. A book may hold exactly as many, so that no allowed one is dropped. */
export const maxExamples = answerLimits.ownTopics * answerLimits.examples + answerLimits.taught;
/** From this many examples on, their common features say more than each example alone. */
const severalFrom = 3;
/** Rarer words count more; a word that is in every other line hardly counts. */
const rarityPower = 1.5;
/** Skips words as frequent as “the”, which would only cost time. */
const minWeight = 0.1;

interface Example {
  text: string;
  meaning: Meaning;
  /** Index of the center of its topic's examples; -1 if the example stands alone. */
  center: number;
}

type Vector = ReadonlyMap<number, number>;

const weightOf = Float64Array.from(topicModel.rarity, (rarity) => (rarity / 255) ** rarityPower);

/** Builds a book's search index. Pure: the same book gives the same index. */
export function indexBook({ ownTopics, taught }: AnswerBook): BookIndex {
  // Taught sentences come last: among the same words, the last one decides.
  const all = [
    ...ownTopics.flatMap(({ id, examples }) =>
      examples.map((text) => ({ text, meaning: id, isSeveral: examples.length >= severalFrom })),
    ),
    ...taught.map(({ text, meaning }) => ({ text, meaning, isSeveral: false })),
  ].slice(0, maxExamples);
  const vectors = all.map(({ text }) => toVector(readSentence(mask(normalize(text)).masked)));
  const centers = new Map<Meaning, number>();
  for (const { meaning, isSeveral } of all) {
    if (isSeveral && !centers.has(meaning)) centers.set(meaning, all.length + centers.size);
  }
  const examples: Example[] = all.map(({ text, meaning, isSeveral }) => ({
    ...{ text, meaning },
    center: isSeveral ? (centers.get(meaning) ?? -1) : -1,
  }));
  for (const meaning of centers.keys()) {
    vectors.push(
      sumOf(vectors.filter((_, index) => all[index]?.isSeveral && all[index]?.meaning === meaning)),
    );
  }
  const exact = new Map(
    examples.map((example): [string, Example] => [likeness(example.text), example]),
  );
  const postings = toPostings(vectors);
  return {
    findNearest(utterance, features) {
      const same = exact.get(likeness(utterance));
      if (same) return { ...toNear(same, 1), isExact: true };
      const scores = new Float64Array(vectors.length);
      for (const [row, weight] of toVector(features)) {
        for (const [place, own] of postings.get(row) ?? []) {
          scores[place] = (scores[place] ?? 0) + weight * own;
        }
      }
      return nearestOf(examples, scores);
    },
  };
}

function nearestOf(examples: readonly Example[], scores: Float64Array): Near | null {
  let nearest: Near | null = null;
  for (const [place, example] of examples.entries()) {
    const own = scores[place] ?? 0;
    const nearness = example.center < 0 ? own : (own + (scores[example.center] ?? 0)) / 2;
    if (nearness > (nearest?.nearness ?? 0)) nearest = toNear(example, nearness);
  }
  return nearest;
}

const toNear = ({ text, meaning, center }: Example, nearness: number): Near => ({
  ...{ meaning, nearness, example: text, isExact: false, isOfSeveral: center >= 0 },
});

/** The rows of a masked sentence of which nothing was read before. */
export function readSentence(masked: string): number[] {
  const clauses = splitClauses(masked);
  const features = readFeatures(masked, clauses.map(findConcepts));
  const { concern } = readContext(clauses);
  return readTopicFeatures({ masked, features, concern });
}

/** Each feature once, weighed by how rare it is; of length 1. */
function toVector(features: readonly number[]): Vector {
  const vector = new Map<number, number>();
  for (const row of features) {
    const weight = weightOf[row] ?? 0;
    if (weight >= minWeight) vector.set(row, weight);
  }
  return toLengthOne(vector);
}

function sumOf(vectors: readonly Vector[]): Vector {
  const sum = new Map<number, number>();
  for (const vector of vectors) {
    for (const [row, weight] of vector) sum.set(row, (sum.get(row) ?? 0) + weight);
  }
  return toLengthOne(sum);
}

function toLengthOne(vector: Map<number, number>): Vector {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  const scale = 1 / Math.sqrt(squares || 1);
  for (const [row, weight] of vector) vector.set(row, weight * scale);
  return vector;
}

function toPostings(vectors: readonly Vector[]): Map<number, [place: number, weight: number][]> {
  const postings = new Map<number, [number, number][]>();
  for (const [place, vector] of vectors.entries()) {
    for (const [row, weight] of vector) {
      const list = postings.get(row) ?? [];
      if (list.length === 0) postings.set(row, list);
      list.push([place, weight]);
    }
  }
  return postings;
}
