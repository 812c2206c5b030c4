import { catalog, type TopicId } from "../../model/topics/catalog.ts";
import { topicRows } from "../features/topic-features.ts";
import type { Script } from "./intent-model.ts";
import { softmax } from "./softmax.ts";

/** Of a file in any other format nothing can be read. */
export const topicFormat = "meetbot-topics-1";

/** The classes of the model: the topics of the catalog, and none of them. */
export const topicClasses: readonly (TopicId | "none")[] = [...catalog.map(({ id }) => id), "none"];

/** How sure a topic must be, and how that is told. */
export interface TopicScale {
  /** Log odds that the likeliest topic is the right one: the bias first, then a weight for each sign. */
  weights: readonly number[];
  /** From this probability on it is a topic. */
  from: number;
  /** From this one on, also where an order or a package seems to be asked for. */
  overOrderFrom: number;
}

/** The first line of the model's file, as JSON. */
export interface TopicHeader {
  format: string;
  /** SHA-256 of all it was trained on. */
  source: string;
  /** What one step of a weight is worth. */
  step: number;
  scale: Readonly<Record<Script, TopicScale>>;
}

export interface TopicModel {
  header: TopicHeader;
  /** A row for each feature, one weight for each class. */
  weights: Int8Array;
  /** How telling a feature is, by how few lines have it. */
  rarity: Uint8Array;
}

/** Reads the file of the topics. Throws where it was made for another version of the code. */
export function parseTopicModel(bytes: Uint8Array<ArrayBuffer>): TopicModel {
  const end = bytes.indexOf(0x0a);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as TopicHeader;
  const size = topicRows * topicClasses.length;
  if (header.format !== topicFormat || bytes.length !== end + 1 + size + topicRows) {
    throw new Error("The model of the topics is of another format: run `npm run train`.");
  }
  const from = bytes.byteOffset + end + 1;
  return {
    header,
    weights: new Int8Array(bytes.buffer, from, size),
    rarity: new Uint8Array(bytes.buffer, from + size, topicRows),
  };
}

/** How likely each class is, in the order of `topicClasses`. */
export function scoreTopics(
  { weights, step }: { weights: Int8Array; step: number },
  features: readonly number[],
): Float64Array {
  const classes = topicClasses.length;
  const scores = new Float64Array(classes);
  for (const feature of features) {
    const row = feature * classes;
    for (let index = 0; index < classes; index += 1) {
      scores[index] = (scores[index] as number) + (weights[row + index] as number);
    }
  }
  const scale = step / Math.sqrt(Math.max(features.length, 1));
  for (let index = 0; index < classes; index += 1) {
    scores[index] = (scores[index] as number) * scale;
  }
  return softmax(scores);
}
