import { brotliCompressSync } from "node:zlib";
import { topicRows } from "../../src/recognition/features/topic-features.ts";
import { isOrder } from "../../src/recognition/is-order.ts";
import { parseModel, type Script, scripts } from "../../src/recognition/model/intent-model.ts";
import {
  rowsHash,
  type TopicHeader,
  type TopicScale,
  topicClasses,
  topicFormat,
} from "../../src/recognition/model/topic-model.ts";
import { scriptOf } from "../../src/recognition/signs.ts";
import { weighWith } from "../../src/recognition/weigh.ts";
import { chooseTopicThresholds } from "./choose-topic-thresholds.ts";
import { fitScale, type Judged, likelihoodOf, scoreHeldOut } from "./fit-scales.ts";
import { fitTopics } from "./fit-topics.ts";
import { readTopicLessons, type TopicLesson } from "./topic-lessons.ts";
import { readTopicLines } from "./topic-lines.ts";

export interface TopicTraining {
  /** The whole file of the model. */
  bytes: Uint8Array<ArrayBuffer>;
  /** What weights made of each line that had not seen it. */
  apart: Judged[];
  scale: Record<Script, TopicScale>;
}

/** Trains the model of the topics beside that of the intents: the same files give the same bytes. */
export function trainTopics(folder: string, intents: Uint8Array<ArrayBuffer>): TopicTraining {
  const { lines, hash } = readTopicLines(folder);
  const lessons = readTopicLessons(lines, weighWith(parseModel(intents)));
  const apart = scoreHeldOut(lessons);
  const scale = Object.fromEntries(
    scripts.map((script) => [script, fitOne(apart.filter((line) => isIn(line, script)))]),
  ) as Record<Script, TopicScale>;
  const { weights, step } = fitTopics(lessons);
  const header: TopicHeader = {
    ...{ format: topicFormat, source: hash, rows: rowsHash() },
    ...{ step, scale },
  };
  return { bytes: write(header, weights, rarityOf(lessons)), apart, scale };
}

/** Whether a line is in the letters of a language. */
export const isIn = ({ lesson }: Judged, script: Script): boolean =>
  scriptOf(lesson.weighing.masked) === script;

function fitOne(lines: readonly Judged[]): TopicScale {
  const weights = fitScale(lines);
  const rated = lines.map(({ lesson, signs }) => ({
    likelihood: likelihoodOf(weights, signs),
    isNone: lesson.topic === "none",
    isActed: isOrder(lesson.intent) && lesson.weighing.order >= lesson.weighing.stack.actFrom,
  }));
  return { weights, ...chooseTopicThresholds(rated) };
}

/** How few lines have each feature: 255 stands for one of all lines, 0 for all of them. */
function rarityOf(lessons: readonly TopicLesson[]): Uint8Array {
  const counts = new Float64Array(topicRows);
  for (const { features } of lessons) {
    for (const row of new Set(features)) counts[row] = (counts[row] ?? 0) + 1;
  }
  const all = Math.log(lessons.length);
  return Uint8Array.from(counts, (count) =>
    Math.round(255 * Math.max(0, Math.min(1, (all - Math.log(Math.max(count, 1))) / all))),
  );
}

function write(
  header: TopicHeader,
  weights: Int8Array,
  rarity: Uint8Array,
): Uint8Array<ArrayBuffer> {
  if (weights.length !== topicRows * topicClasses.length) throw new RangeError("not all weights");
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const rows = Buffer.concat([new Uint8Array(weights.buffer), rarity]);
  return Uint8Array.from(Buffer.concat([line, brotliCompressSync(rows)]));
}
