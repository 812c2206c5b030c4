import { createHash } from "node:crypto";
import { brotliDecompressSync } from "node:zlib";
import { learnedTopics, type TopicId } from "@meetbot/model/topics/catalog.ts";
import { nameOwnRows, topicRows } from "../features/topic-features.ts";
import type { Script } from "./intent-model.ts";
import { softmax } from "./softmax.ts";

/** Of a file in any other format nothing can be read. */
export const topicFormat = "meetbot-topics-2";

/** The classes of the model: the topics that it has learned, and none of them. */
export const topicClasses: readonly (TopicId | "none")[] = [
  ...learnedTopics.map(({ id }) => id),
  "none",
];

/** How sure a topic must be, and how to compute that. */
export interface TopicScale {
  /** Log odds that the likeliest topic is the right one: the bias first, then a weight for each sign. */
  weights: readonly number[];
  /** From this probability on it is a topic. */
  from: number;
  /** From this probability on, it is a topic even if the customer seems to ask for an order or a package. */
  overOrderFrom: number;
}

/** The first line of the model's file, as JSON. */
export interface TopicHeader {
  format: string;
  /** SHA-256 of all it was trained on. */
  source: string;
  /** Hash of what the rows and classes stand for; with different ones the weights mean nothing. */
  rows: string;
  /** The size of one step of a weight. */
  step: number;
  scale: Readonly<Record<Script, TopicScale>>;
}

export interface TopicModel {
  header: TopicHeader;
  /** A row for each feature, one weight for each class. */
  weights: Int8Array;
  /** How informative each feature is: the fewer lines have it, the more. */
  rarity: Uint8Array;
}

/** Returns a hash of what a model's rows and classes stand for in this version of the code. */
export function rowsHash(): string {
  const named = [topicRows, topicClasses, nameOwnRows()];
  return createHash("sha256").update(JSON.stringify(named)).digest("hex");
}

/** Parses the topic model's file. Throws if the file was made for another version of the code. */
export function parseTopicModel(bytes: Uint8Array<ArrayBuffer>): TopicModel {
  const end = bytes.indexOf(0x0a);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as TopicHeader;
  if (header.format !== topicFormat || header.rows !== rowsHash()) {
    throw new Error("The model of the topics is of another version: run `npm run train`.");
  }
  const rows = Uint8Array.from(brotliDecompressSync(bytes.subarray(end + 1)));
  const size = topicRows * topicClasses.length;
  return {
    header,
    weights: new Int8Array(rows.buffer, 0, size),
    rarity: rows.subarray(size),
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
