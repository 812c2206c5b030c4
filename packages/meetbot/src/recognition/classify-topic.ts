import type { Concern } from "@meetbot/model/conversation/recognition.ts";
import { learnedTopics, type TopicId } from "@meetbot/model/topics/catalog.ts";
import { nameTopicFeatures, readTopicFeatures } from "./features/topic-features.ts";
import { topicModel } from "./model/shipped-topic-model.ts";
import { scoreTopics, topicClasses } from "./model/topic-model.ts";
import type { Reason } from "./reasons.ts";
import { scriptOf } from "./signs.ts";
import { readTopicSigns } from "./topic-signs.ts";
import type { Weighing } from "./weigh.ts";

/** The likeliest topic of an utterance, whether or not it counts. */
export interface LikelyTopic {
  id: TopicId;
  /** How likely it is the right one. */
  likelihood: number;
  /** Whether the topic is sure enough, and also outweighs a request for an order, if there is one. */
  counts: boolean;
  /** The rows of the topic model that spoke. */
  features: readonly number[];
}

const weights = { weights: topicModel.weights, step: topicModel.header.step };

/**
 * Lower threshold for a topic that the words of a trouble already suggest: both together settle what the trouble leaves
 * open.
 */
const agreedFrom = 0.5;

/** Returns the most likely topic of an utterance, from the features weighed for its intent. */
export function classifyTopic(weighing: Weighing, concern: Concern | null): LikelyTopic {
  const { masked, order, stack } = weighing;
  const features = readTopicFeatures({ masked, features: weighing.features, concern });
  const { best, signs } = readTopicSigns(scoreTopics(weights, features), weighing, concern);
  const scale = topicModel.header.scale[scriptOf(masked)];
  const [bias = 0, ...rest] = scale.weights;
  const odds = rest.reduce((sum, weight, index) => sum + weight * (signs[index] ?? 0), bias);
  const likelihood = 1 / (1 + Math.exp(-odds));
  const agrees = concern !== null && learnedTopics[best]?.concern === concern;
  const from = order >= stack.actFrom ? scale.overOrderFrom : agrees ? agreedFrom : scale.from;
  return { id: topicClasses[best] as TopicId, likelihood, counts: likelihood >= from, features };
}

/** How many of a topic's strongest words to show. */
const shown = 2;

/** Describes the grounds for a topic for a human reader, strongest first. */
export function describeTopic(
  { id, likelihood, counts }: LikelyTopic,
  { masked, features }: Weighing,
  concern: Concern | null,
): Reason[] {
  const place = topicClasses.indexOf(id);
  const none = topicClasses.length - 1;
  const weightOf = (row: number, index: number) =>
    topicModel.weights[row * topicClasses.length + index] ?? 0;
  const named = nameTopicFeatures({ masked, features, concern }).map(([row, text]) => ({
    text,
    value: (weightOf(row, place) - weightOf(row, none)) * topicModel.header.step,
  }));
  const strongest = named.toSorted((a, b) => b.value - a.value).slice(0, shown);
  return [
    { rule: "topic", effect: `${id} ${likelihood.toFixed(2)}`, text: counts ? "" : "too unsure" },
    ...strongest.map(({ value, text }) => ({
      ...{ rule: "topic words", text },
      effect: `${value < 0 ? "" : "+"}${value.toFixed(1)}`,
    })),
  ];
}
