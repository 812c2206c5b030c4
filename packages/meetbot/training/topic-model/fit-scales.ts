import { scoreTopics, topicClasses } from "../../src/recognition/model/topic-model.ts";
import { readTopicSigns, topicSignNames } from "../../src/recognition/topic-signs.ts";
import { fitStack, logOddsOf } from "../fit-stack.ts";
import { fitTopics, type TopicWeights } from "./fit-topics.ts";
import { folds, type TopicLesson } from "./topic-lessons.ts";

/** A line, and what weights that have not seen it make of it. */
export interface Judged {
  lesson: TopicLesson;
  best: string;
  signs: Float64Array;
  isRight: boolean;
}

/** Judges each line with weights that were fitted without it; of templates others of its kind would be left. */
export function scoreHeldOut(lessons: readonly TopicLesson[]): Judged[] {
  return Array.from({ length: folds }, (_, fold) => {
    const weights = fitTopics(lessons.filter((lesson) => lesson.fold !== fold));
    return lessons
      .filter((lesson) => lesson.fold === fold && lesson.from !== "templates")
      .map((lesson) => judge(lesson, weights));
  }).flat();
}

/** What the weights make of a line. */
export function judge(lesson: TopicLesson, weights: TopicWeights): Judged {
  const classes = scoreTopics(weights, lesson.features);
  const { best, signs } = readTopicSigns(classes, lesson.weighing, lesson.concern);
  const topic = topicClasses[best] ?? "none";
  return { lesson, best: topic, signs, isRight: topic === lesson.topic };
}

/** How firmly the weights of the signs are drawn to zero: as by so many lines. */
const pull = 1;

/** Fits how likely the best topic is right. The bias first, then a weight for each sign, to three digits. */
export function fitScale(judged: readonly Judged[]): number[] {
  const weights = fitStack(
    judged.map(({ signs, isRight }) => ({ signs, isOrder: isRight, weight: 1 })),
    {
      mean: new Float64Array(topicSignNames.length + 1),
      strength: new Float64Array(topicSignNames.length + 1).fill(pull),
    },
  );
  return Array.from(weights, (weight) => Math.round(weight * 1000) / 1000);
}

/** How likely the best topic of a line is right. */
export const likelihoodOf = (weights: readonly number[], signs: Float64Array): number =>
  1 / (1 + Math.exp(-logOddsOf(Float64Array.from(weights), signs)));
