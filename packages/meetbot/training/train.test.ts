import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  intentModelFile,
  metricsFile,
  topicMetricsFile,
  topicModelFile,
} from "../src/recognition/model/files.ts";
import { labels, parseModel, score } from "../src/recognition/model/intent-model.ts";
import { parseTopicModel, rowsHash } from "../src/recognition/model/topic-model.ts";
import { developmentFile, readDevelopment } from "./development.ts";
import { fitHeads } from "./fit-heads.ts";
import { readLessons } from "./lessons.ts";
import { measure } from "./measure.ts";
import { readTopicLines } from "./topic-model/topic-lines.ts";
import { drawTraining } from "./train.ts";

// What can be checked without training whole models, which takes two minutes: train-whole.test.ts does that.

const folder = fileURLToPath(new URL(".", import.meta.url));
const developmentPath = join(folder, developmentFile);
/** Of the lessons, one of so many is learned in the sample. */
const learnEvery = 50;

const { learned, own, heldOut, hash } = drawTraining(folder);
const lessons = readLessons(learned, own);
const intents = new Uint8Array(readFileSync(intentModelFile));

test("the shipped model of the intents is of the lines that are here, and its metrics are its own", () => {
  const source = hash.update(readFileSync(developmentPath)).digest("hex");
  const shipped = parseModel(intents).header.source;
  assert.equal(shipped, source, "what it learns from has changed: run `npm run train`");
  const development = readDevelopment(developmentPath);
  const metrics: unknown = JSON.parse(readFileSync(metricsFile, "utf8"));
  const training = { bytes: intents, heldOut, trained: lessons.length, development };
  assert.deepEqual(metrics, measure(training));
  assert.ok(intents.length <= 600_000, `${intents.length} bytes`);
});

test("the shipped model of the topics is of the lines that are here, and both models are small", () => {
  const shipped = new Uint8Array(readFileSync(topicModelFile));
  const { source, rows } = parseTopicModel(shipped).header;
  const changed = "lines of a topic have changed: run `npm run train`";
  assert.deepEqual([source, rows], [readTopicLines(folder).hash, rowsHash()], changed);
  const { bytes } = JSON.parse(readFileSync(topicMetricsFile, "utf8")) as { bytes: number };
  assert.equal(shipped.length, bytes);
  const both = shipped.length + intents.length;
  assert.ok(both <= 1_000_000, `${both} bytes`);
});

test("from a sample of the lessons the same heads are learned each time, and they know most of it", () => {
  const sample = lessons.filter((_, nth) => nth % learnEvery === 0);
  const heads = fitHeads(sample);
  const again = fitHeads(sample);
  assert.ok(
    Buffer.from(heads.words.weights.buffer).equals(Buffer.from(again.words.weights.buffer)),
  );
  const isKnown = sample.map(({ intent, features }) => {
    const scores = score(heads.words, features.words);
    return labels[scores.indexOf(Math.max(...scores))] === intent;
  });
  const known = isKnown.filter(Boolean).length / sample.length;
  assert.ok(known > 0.9, `${known} of ${sample.length}`);
});
