import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import {
  clearRequestsFile,
  intentModelFile,
  metricsFile,
  topicMetricsFile,
  topicModelFile,
} from "../src/recognition/model/files.ts";
import { labels } from "../src/recognition/model/intent-model.ts";
import { type Metrics, measure } from "./measure.ts";
import { GrammarError } from "./parse-template.ts";
import { measureTopics, type TopicMetrics } from "./topic-model/measure-topics.ts";
import { pickClearRequests } from "./topic-model/pick-clear-requests.ts";
import { trainTopics } from "./topic-model/train-topics.ts";
import { train } from "./train.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
try {
  const training = train(folder);
  writeFileSync(intentModelFile, training.bytes);
  const metrics = measure(training);
  writeJson(metricsFile, metrics);
  const { learned, heldOut, bytes } = metrics;
  console.log(`learned ${learned} utterances; ${bytes} bytes. Of ${heldOut} kept apart, found:`);
  console.table(Object.fromEntries(labels.map((label) => [label, foundOf(metrics, label)])));
  const topics = trainTopics(folder, training.bytes);
  writeFileSync(topicModelFile, topics.bytes);
  writeJson(clearRequestsFile, pickClearRequests(topics));
  const topicMetrics = measureTopics(topics);
  writeJson(topicMetricsFile, topicMetrics);
  console.log(`topics: ${topicMetrics.bytes} bytes. Of ${topicMetrics.lines} kept apart:`);
  console.table(topicRowsOf(topicMetrics));
} catch (error) {
  if (!(error instanceof GrammarError)) throw error;
  console.error(`The grammar cannot be read: ${error.message}`);
  process.exitCode = 1;
}

function writeJson(file: URL, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

function foundOf({ recall }: Metrics, label: Intent): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recall).flatMap(([language, of]) => {
      const counted = of[label];
      return counted ? [[language, `${counted.found} of ${counted.utterances}`]] : [];
    }),
  );
}

/** A line a topic: how many were found in each language, and how many were taken for another. */
function topicRowsOf({ languages }: TopicMetrics): Record<string, Record<string, string>> {
  const rows: Record<string, Record<string, string>> = {};
  for (const [script, { topics }] of Object.entries(languages)) {
    for (const [topic, { lines, found, taken }] of Object.entries(topics)) {
      rows[topic] = { ...rows[topic], [script]: `${found} of ${lines}, ${taken} as another` };
    }
  }
  return rows;
}
