import { type Concern, concerns } from "@meetbot/model/conversation/recognition.ts";
import { wordKinds } from "../lexicon/topics/topic-words.ts";
import { conceptFeatures, nameConceptFeature } from "./concept-features.ts";
import { findKinds } from "./find-kinds.ts";
import { type Features, nameWordFeatures } from "./read-features.ts";
import { wordFeatures } from "./word-features.ts";

/** The number of weight rows; features beyond it share rows. */
export const topicRows = 48_000;

/** The input for classifying an utterance's topic. */
export interface TopicReading {
  masked: string;
  features: Features;
  concern: Concern | null;
}

/** Rows that one feature has for itself: a kind of words, a concern. */
const ownRows = { kinds: 0, concerns: wordKinds.length };

/** Returns the names of the rows that belong to a single feature, in their order. */
export const nameOwnRows = (): readonly string[] => [...wordKinds, ...concerns];

const sharedFrom = wordKinds.length + concerns.length;
const sharedRows = topicRows - sharedFrom;
/** Room for every pair of kinds. */
const side = 64;
const pairsFrom = wordFeatures + conceptFeatures;

const share = (feature: number): number => sharedFrom + (feature % sharedRows);

/** The rows of the topic model that an utterance speaks for, in the order in which they were read. */
export function readTopicFeatures({ masked, features, concern }: TopicReading): number[] {
  const rows = features.words.map(share);
  if (concern) rows.push(ownRows.concerns + concerns.indexOf(concern));
  const kinds = [...findKinds(masked).keys()].sort((a, b) => a - b);
  for (const [index, kind] of kinds.entries()) {
    // Added twice, because it is more informative than one hash among many.
    rows.push(ownRows.kinds + kind, ownRows.kinds + kind);
    for (const other of kinds.slice(index + 1)) rows.push(share(pairsFrom + kind * side + other));
  }
  return rows;
}

/** Describes the rows for a human reader: words, concepts and kinds of words. */
export function nameTopicFeatures({ masked, features, concern }: TopicReading): [number, string][] {
  const kinds = [...findKinds(masked)];
  return [
    ...nameWordFeatures(masked).map(([feature, text]): [number, string] => [share(feature), text]),
    ...features.concepts.map((feature): [number, string] => [
      share(wordFeatures + feature),
      nameConceptFeature(feature),
    ]),
    ...kinds.map(([kind, word]): [number, string] => [ownRows.kinds + kind, word]),
    ...(concern
      ? [[ownRows.concerns + concerns.indexOf(concern), concern] as [number, string]]
      : []),
  ];
}
