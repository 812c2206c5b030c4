import { createHash } from "node:crypto";
import { splitClauses } from "../src/recognition/clauses.ts";
import { correctSpelling } from "../src/recognition/correct-spelling.ts";
import { findConcepts } from "../src/recognition/features/concepts.ts";
import {
  type Features,
  headSizes,
  readFeatures,
} from "../src/recognition/features/read-features.ts";
import { labels, type ModelHeader, modelFormat } from "../src/recognition/model/intent-model.ts";
import { normalize } from "../src/recognition/text/normalize.ts";
import { drawSamples, grammarLanguages, readGrammarFiles, type Sample } from "./draw-samples.ts";
import { type Example, fitHead } from "./fit-head.ts";
import { createRandom } from "./random.ts";

const seed = 20;
const perTemplate = 8;
/** In a Chinese shop's chat nine lines of ten ask for something else: they count twice. */
const otherWeights = { en: 1, zh: 2 };
/** Of this many templates one is kept apart, to measure on. */
const heldOutEvery = 50;
/** Weights beyond are cut: rare features would otherwise take all the steps of a byte. */
const maxWeight = 6;

export interface Training {
  /** The whole file of the model. */
  bytes: Uint8Array<ArrayBuffer>;
  heldOut: Sample[];
  trained: number;
}

/** Trains the model from the grammar in a folder: the same grammar gives the same bytes. */
export function train(folder: string): Training {
  const { grammar, learned, heldOut } = drawTraining(folder);
  const { words, concepts } = fit(learned);
  const bytes = write({ format: modelFormat, grammar, seed }, words, concepts);
  return { bytes, heldOut, trained: learned.length };
}

/** The utterances of the grammar in a folder, and those kept apart with their whole template. */
export function drawTraining(folder: string) {
  const hash = createHash("sha256");
  const random = createRandom(seed);
  const samples: Sample[] = [];
  for (const language of grammarLanguages) {
    const files = readGrammarFiles(folder, language);
    for (const { name, text } of files) hash.update(`${language}/${name}\n${text}\n`);
    samples.push(...drawSamples(files, language, perTemplate, random));
  }
  const apart = pickHeldOut(samples);
  return {
    grammar: hash.digest("hex"),
    heldOut: samples.filter(({ template }) => apart.has(template)),
    learned: samples.filter(({ template }) => !apart.has(template)),
  };
}

function pickHeldOut(samples: readonly Sample[]): Set<Sample["template"]> {
  const templates = [...new Set(samples.map(({ template }) => template))];
  return new Set(templates.filter((_, index) => index % heldOutEvery === heldOutEvery - 1));
}

function fit(samples: readonly Sample[]): { words: Float32Array; concepts: Float32Array } {
  const weights = classWeights(samples);
  const toExample = (sample: Sample, features: readonly number[]): Example => {
    const label = labels.indexOf(sample.intent);
    return {
      features,
      label,
      weight:
        (weights[label] ?? 1) * (sample.intent === "other" ? otherWeights[sample.language] : 1),
    };
  };
  const read = samples.map((sample): [Sample, Features] => [sample, readSample(sample.text)]);
  const options = { classes: labels.length, epochs: 6, rate: 0.3 };
  return {
    words: fitHead(
      read.map(([sample, features]) => toExample(sample, features.words)),
      { ...options, features: headSizes.words, decay: 1e-5, random: createRandom(seed + 1) },
    ),
    concepts: fitHead(
      read.map(([sample, features]) => toExample(sample, features.concepts)),
      { ...options, features: headSizes.concepts, decay: 1e-4, random: createRandom(seed + 2) },
    ),
  };
}

function readSample(text: string): Features {
  const masked = correctSpelling(normalize(text).text);
  return readFeatures(masked, splitClauses(masked).map(findConcepts));
}

/** Rare classes count more, but not so much that a few templates of theirs rule. */
function classWeights(samples: readonly Sample[]): number[] {
  return labels.map((label) => {
    const count = samples.filter(({ intent }) => intent === label).length;
    return Math.min(4, Math.sqrt(samples.length / labels.length / Math.max(count, 1)));
  });
}

function write(
  header: Omit<ModelHeader, "steps">,
  words: Float32Array,
  concepts: Float32Array,
): Uint8Array<ArrayBuffer> {
  const [wordBytes, conceptBytes] = [quantize(words), quantize(concepts)];
  const steps = { words: wordBytes.step, concepts: conceptBytes.step };
  const line = new TextEncoder().encode(`${JSON.stringify({ ...header, steps })}\n`);
  const bytes = new Uint8Array(line.length + words.length + concepts.length);
  bytes.set(line);
  bytes.set(new Uint8Array(wordBytes.weights.buffer), line.length);
  bytes.set(new Uint8Array(conceptBytes.weights.buffer), line.length + words.length);
  return bytes;
}

function quantize(weights: Float32Array): { weights: Int8Array<ArrayBuffer>; step: number } {
  const step = maxWeight / 127;
  const cut = (weight: number) => Math.max(-127, Math.min(127, Math.round(weight / step)));
  return { weights: Int8Array.from(weights, cut), step };
}
