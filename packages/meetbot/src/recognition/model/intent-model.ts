import { intents } from "@meetbot/model/conversation/recognition.ts";
import { headSizes } from "../features/read-features.ts";
import { softmax } from "./softmax.ts";

/** The classes of the model, in its order. */
export const labels = intents;

/** Of a file in any other format nothing can be read. */
export const modelFormat = "meetbot-intents-2";

/** The letters of a language that recognition is trained for. */
export type Script = (typeof scripts)[number];
export const scripts = ["Latin", "Han"] as const;

/** How the signs of an utterance are weighted, and the thresholds for their sum. */
export interface Stack {
  /** Log odds for an order or a parcel before anything is seen. */
  bias: number;
  /** The weight that each sign adds to the log odds, by the sign's name; signs not listed add nothing. */
  weights: Readonly<Record<string, number>>;
  /** The probability from which the bot acts at once. */
  actFrom: number;
  /** The probability from which the bot asks back. */
  clarifyFrom: number;
}

/** The first line of the model's file, as JSON. */
export interface ModelHeader {
  format: string;
  /** SHA-256 of all training data: the grammar, our own lines, and the findings from development. */
  source: string;
  seed: number;
  /** The size of one step of a weight, in each head. */
  steps: { words: number; concepts: number };
  stack: Readonly<Record<Script, Stack>>;
}

/** One head: a row of weights for each feature, one weight for each class. */
export interface Head {
  weights: Int8Array;
  step: number;
}

/** The two heads of the model: one reads words, the other concepts. */
export interface Heads {
  words: Head;
  concepts: Head;
}

export interface IntentModel extends Heads {
  header: ModelHeader;
}

/**
 * Parses a model's file: one line of header, then the weights of both heads. Throws if the file was made for another
 * version of the code.
 */
export function parseModel(bytes: Uint8Array<ArrayBuffer>): IntentModel {
  const end = bytes.indexOf(0x0a);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as ModelHeader;
  const sizes = [headSizes.words * labels.length, headSizes.concepts * labels.length] as const;
  if (header.format !== modelFormat || bytes.length !== end + 1 + sizes[0] + sizes[1]) {
    throw new Error("The recognition model is of another format: run `npm run train`.");
  }
  const head = (from: number, length: number, step: number): Head => ({
    weights: new Int8Array(bytes.buffer, bytes.byteOffset + end + 1 + from, length),
    step,
  });
  return {
    header,
    words: head(0, sizes[0], header.steps.words),
    concepts: head(sizes[0], sizes[1], header.steps.concepts),
  };
}

/** How likely each class is, in the order of `labels`. */
export function score({ weights, step }: Head, features: readonly number[]): Float64Array {
  const scores = new Float64Array(labels.length);
  for (const feature of features) {
    const row = feature * labels.length;
    for (let label = 0; label < labels.length; label += 1) {
      scores[label] = (scores[label] as number) + (weights[row + label] as number);
    }
  }
  const scale = step / Math.sqrt(Math.max(features.length, 1));
  for (let label = 0; label < labels.length; label += 1)
    scores[label] = (scores[label] as number) * scale;
  return softmax(scores);
}

/** How much one of some features speaks for an order or a parcel, against any other request. */
export function weightOfOrder(head: Head, feature: number, count: number): number {
  const row = head.weights.subarray(feature * labels.length, (feature + 1) * labels.length);
  const other = row[labels.length - 1] ?? 0;
  const order = Math.max(row[0] ?? 0, row[1] ?? 0);
  return ((order - other) * head.step) / Math.sqrt(count);
}
