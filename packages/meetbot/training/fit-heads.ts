import { headSizes } from "../src/recognition/features/read-features.ts";
import { type Head, type Heads, labels } from "../src/recognition/model/intent-model.ts";
import { type Example, fitHead } from "./fit-head.ts";
import type { Lesson } from "./lessons.ts";
import { createRandom } from "./random.ts";

const seed = 20;
/** In a Chinese shop's chat nine lines of ten ask for something else: they count twice. */
const otherWeights = { en: 1, zh: 2 };
/** Weights beyond are cut: rare features would otherwise take all the steps of a byte. */
const maxWeight = 6;

/** Fits both heads: the same lessons give the same weights. */
export function fitHeads(lessons: readonly Lesson[]): Heads {
  const all = lessons.flatMap((lesson) => Array.from({ length: lesson.copies }, () => lesson));
  const weights = classWeights(all);
  const toExample = ({ intent, language }: Lesson, features: readonly number[]): Example => {
    const label = labels.indexOf(intent);
    const weight = (weights[label] ?? 1) * (intent === "other" ? otherWeights[language] : 1);
    return { features, label, weight };
  };
  const fit = (head: keyof Heads, decay: number, random: number): Head =>
    quantize(
      fitHead(
        all.map((lesson) => toExample(lesson, lesson.features[head])),
        {
          ...{ features: headSizes[head], classes: labels.length, epochs: 6, rate: 0.3 },
          ...{ decay, random: createRandom(random) },
        },
      ),
    );
  return { words: fit("words", 1e-5, seed + 1), concepts: fit("concepts", 1e-4, seed + 2) };
}

/** Rare classes count more, but not so much that a few templates of theirs rule. */
function classWeights(lessons: readonly Lesson[]): number[] {
  return labels.map((label) => {
    const count = lessons.filter(({ intent }) => intent === label).length;
    return Math.min(4, Math.sqrt(lessons.length / labels.length / Math.max(count, 1)));
  });
}

function quantize(weights: Float32Array): Head {
  const step = maxWeight / 127;
  const cut = (weight: number) => Math.max(-127, Math.min(127, Math.round(weight / step)));
  return { weights: Int8Array.from(weights, cut), step };
}
