import { topicRows } from "../../src/recognition/features/topic-features.ts";
import { topicClasses } from "../../src/recognition/model/topic-model.ts";
import { fitHead } from "../fit-head.ts";
import { createRandom } from "../random.ts";
import type { TopicLesson } from "./topic-lessons.ts";

/** Each sees the lines in another order; the mean of them depends on none. */
const seeds = [26, 27, 28];
const settings = { epochs: 6, rate: 0.2, decay: 3e-4 };
/** What one step of a weight is worth: most weights are less than one, and take no room once they are packed. */
const step = 0.36;
/** How much a line counts by where it comes from: a template's sentence is one of many of its kind. */
const counts = { topics: 1, own: 1, grammar: 0.3, templates: 0.5 };

/** The weights of the topics, a byte each. */
export interface TopicWeights {
  weights: Int8Array;
  step: number;
}

/** Fits the weights of all topics: the same lessons give the same weights. */
export function fitTopics(lessons: readonly TopicLesson[]): TopicWeights {
  const examples = lessons.map(({ features, topic, from }) => ({
    ...{ features, label: topicClasses.indexOf(topic), weight: counts[from] },
  }));
  const fits = seeds.map((seed) =>
    fitHead(examples, {
      ...settings,
      ...{ features: topicRows, classes: topicClasses.length, random: createRandom(seed) },
    }),
  );
  const fitted = (fits[0] as Float32Array).map(
    (_, place) => fits.reduce((sum, weights) => sum + (weights[place] ?? 0), 0) / fits.length,
  );
  const cut = (weight: number) => Math.max(-127, Math.min(127, Math.round(weight / step)));
  return { weights: Int8Array.from(fitted, cut), step };
}
