import { scripts } from "../../src/recognition/model/intent-model.ts";
import { topicClasses } from "../../src/recognition/model/topic-model.ts";
import { likelihoodOf } from "./fit-scales.ts";
import { isIn, type TopicTraining } from "./train-topics.ts";

/** How many lines of one topic there were, how many were found, and how many were given another. */
export interface TopicFigures {
  lines: number;
  found: number;
  taken: number;
}

export type TopicMetrics = ReturnType<typeof measureTopics>;

/** Measures how well the model separates the topics on held-out lines, for each language. */
export function measureTopics({ bytes, apart, scale }: TopicTraining) {
  const languages = scripts.map((script) => {
    const { weights, from, overOrderFrom } = scale[script];
    const lines = apart
      .filter((line) => isIn(line, script))
      .map((line) => ({ ...line, isTaken: likelihoodOf(weights, line.signs) >= from }));
    const figures = topicClasses.map((topic): [string, TopicFigures] => {
      const of = lines.filter(({ lesson }) => lesson.topic === topic);
      const taken = of.filter(({ isTaken }) => isTaken);
      const found = taken.filter(({ isRight }) => isRight);
      return [topic, { lines: of.length, found: found.length, taken: taken.length - found.length }];
    });
    return [script, { from, overOrderFrom, topics: Object.fromEntries(figures) }] as const;
  });
  return { bytes: bytes.length, lines: apart.length, languages: Object.fromEntries(languages) };
}
