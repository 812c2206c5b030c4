import type { Concern } from "@meetbot/model/conversation/recognition.ts";
import { splitClauses } from "../../src/recognition/clauses.ts";
import { readContext } from "../../src/recognition/context/read-context.ts";
import { readTopicFeatures } from "../../src/recognition/features/topic-features.ts";
import { mask } from "../../src/recognition/mask.ts";
import { normalize } from "../../src/recognition/text/normalize.ts";
import type { Weighing } from "../../src/recognition/weigh.ts";
import type { TopicLine } from "./topic-lines.ts";

/** A line as the model of the topics reads it. */
export interface TopicLesson extends TopicLine {
  concern: Concern | null;
  weighing: Weighing;
  features: number[];
  /** The scale is fitted on lines that the weights have not seen: those of one fold at a time. */
  fold: number;
}

export const folds = 5;

/** Reads lines as recognition does; the intents' model weighs each. */
export function readTopicLessons(
  lines: readonly TopicLine[],
  weigh: (masked: string) => Weighing,
): TopicLesson[] {
  return lines.map((line, index) => ({ ...line, ...read(line.text, weigh), fold: index % folds }));
}

function read(text: string, weigh: (masked: string) => Weighing) {
  const { masked } = mask(normalize(text));
  const { concern } = readContext(splitClauses(masked));
  const weighing = weigh(masked);
  const features = readTopicFeatures({ masked, features: weighing.features, concern });
  return { concern, weighing, features };
}
