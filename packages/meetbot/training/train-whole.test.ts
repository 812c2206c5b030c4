import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  clearRequestsFile,
  intentModelFile,
  metricsFile,
  topicMetricsFile,
  topicModelFile,
} from "../src/recognition/model/files.ts";
import { measure } from "./measure.ts";
import { measureTopics } from "./topic-model/measure-topics.ts";
import { pickClearRequests } from "./topic-model/pick-clear-requests.ts";
import { trainTopics } from "./topic-model/train-topics.ts";
import { train } from "./train.ts";

test("what there is to learn from gives the very model that is shipped, and the metrics beside it", () => {
  const training = train(fileURLToPath(new URL(".", import.meta.url)));
  const shipped = readFileSync(intentModelFile);
  assert.ok(shipped.equals(training.bytes), "what it learns from has changed: run `npm run train`");
  const metrics: unknown = JSON.parse(readFileSync(metricsFile, "utf8"));
  assert.deepEqual(metrics, measure(training));
  assert.ok(shipped.length <= 600_000, `${shipped.length} bytes`);
});

test("the lines of the topics give the very model of them that is shipped, and both are small", () => {
  const folder = fileURLToPath(new URL(".", import.meta.url));
  const intents = new Uint8Array(readFileSync(intentModelFile));
  const training = trainTopics(folder, intents);
  const shipped = readFileSync(topicModelFile);
  assert.ok(shipped.equals(training.bytes), "lines of a topic have changed: run `npm run train`");
  const metrics: unknown = JSON.parse(readFileSync(topicMetricsFile, "utf8"));
  assert.deepEqual(metrics, measureTopics(training));
  const requests: unknown = JSON.parse(readFileSync(clearRequestsFile, "utf8"));
  assert.deepEqual(requests, pickClearRequests(training));
  assert.ok(
    shipped.length + intents.length <= 1_000_000,
    `${shipped.length + intents.length} bytes`,
  );
});
