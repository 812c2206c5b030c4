import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Heads,
  type ModelHeader,
  modelFormat,
  type Script,
  type Stack,
  scripts,
} from "../src/recognition/model/intent-model.ts";
import { type Development, developmentFile, readDevelopment } from "./development.ts";
import { drawSamples, grammarLanguages, readGrammarFiles, type Sample } from "./draw-samples.ts";
import { fitHeads } from "./fit-heads.ts";
import { fitStacks } from "./fit-stacks.ts";
import { readLessons } from "./lessons.ts";
import { readOwnLines } from "./own-lines.ts";
import { createRandom } from "./random.ts";

const seed = 20;
const perTemplate = 8;
/** Of this many templates one is kept apart, to measure on. */
const heldOutEvery = 50;
const ownFile = "own.jsonl";

export interface Training {
  /** The whole file of the model. */
  bytes: Uint8Array<ArrayBuffer>;
  heldOut: Sample[];
  trained: number;
  development: Development;
}

/**
 * Trains the model from a folder with the grammar, own lines and what development told: the same files
 * give the same bytes.
 */
export function train(folder: string): Training {
  const { learned, own, heldOut, hash } = drawTraining(folder);
  const told = readFileSync(join(folder, developmentFile));
  const development = readDevelopment(join(folder, developmentFile));
  const lessons = readLessons(learned, own);
  const weights = fitStacks(lessons, development.prior);
  const stack = Object.fromEntries(
    scripts.map((script) => [script, { ...weights[script], ...development.thresholds[script] }]),
  ) as Record<Script, Stack>;
  const source = hash.update(told).digest("hex");
  const bytes = write({ format: modelFormat, source, seed, stack }, fitHeads(lessons));
  return { bytes, heldOut, trained: lessons.length, development };
}

/** All there is to learn from: utterances of the grammar but for whole templates kept apart, and own lines. */
export function drawTraining(folder: string) {
  const hash = createHash("sha256");
  const random = createRandom(seed);
  const samples: Sample[] = [];
  for (const language of grammarLanguages) {
    const files = readGrammarFiles(join(folder, "grammar"), language);
    for (const { name, text } of files) hash.update(`${language}/${name}\n${text}\n`);
    samples.push(...drawSamples(files, language, perTemplate, random));
  }
  const own = readOwnLines(join(folder, ownFile));
  hash.update(readFileSync(join(folder, ownFile)));
  const apart = pickHeldOut(samples);
  return {
    hash,
    own,
    heldOut: samples.filter(({ template }) => apart.has(template)),
    learned: samples.filter(({ template }) => !apart.has(template)),
  };
}

function pickHeldOut(samples: readonly Sample[]): Set<Sample["template"]> {
  const templates = [...new Set(samples.map(({ template }) => template))];
  return new Set(templates.filter((_, index) => index % heldOutEvery === heldOutEvery - 1));
}

function write(
  header: Omit<ModelHeader, "steps">,
  { words, concepts }: Heads,
): Uint8Array<ArrayBuffer> {
  const steps = { words: words.step, concepts: concepts.step };
  const line = new TextEncoder().encode(`${JSON.stringify({ ...header, steps })}\n`);
  const bytes = new Uint8Array(line.length + words.weights.length + concepts.weights.length);
  bytes.set(line);
  bytes.set(new Uint8Array(words.weights.buffer), line.length);
  bytes.set(new Uint8Array(concepts.weights.buffer), line.length + words.weights.length);
  return bytes;
}
