import { isOrder } from "../src/recognition/is-order.ts";
import {
  type Heads,
  type Script,
  type Stack,
  scripts,
} from "../src/recognition/model/intent-model.ts";
import { readMasked, readSigns, scriptOf, signNames } from "../src/recognition/signs.ts";
import type { Development } from "./development.ts";
import { fitHeads } from "./fit-heads.ts";
import { fitStack, type Pull, type StackExample } from "./fit-stack.ts";
import { folds, type Lesson } from "./lessons.ts";

/**
 * How firmly a weight is drawn to its value from development, and one without such a value to zero: as by this many
 * lines. Our own lines say too little about a shop's daily chat to move it far.
 */
const pulls = { told: 1000, untold: 100 };

/** The bias is as free as can be. */
const biasPull = 1e-3;

export type StackWeights = Pick<Stack, "bias" | "weights">;

/** Fits the weights of the signs for each language, on lines that the heads behind the signs have not seen. */
export function fitStacks(
  lessons: readonly Lesson[],
  prior: Development["prior"],
): Record<Script, StackWeights> {
  const examples: Record<Script, StackExample[]> = { Latin: [], Han: [] };
  for (let fold = 0; fold < folds; fold += 1) {
    const heads = fitHeads(lessons.filter((lesson) => lesson.fold !== fold));
    for (const lesson of lessons) {
      if (lesson.fold !== fold || lesson.stackWeight === 0) continue;
      examples[scriptOf(lesson.masked)].push(toStackExample(lesson, heads));
    }
  }
  return Object.fromEntries(
    scripts.map((script) => [script, name(fitStack(examples[script], pullTo(prior[script])))]),
  ) as Record<Script, StackWeights>;
}

/** The signs of one line, as these heads see it. */
export function toStackExample(
  { masked, intent, stackWeight }: Pick<Lesson, "masked" | "intent" | "stackWeight">,
  heads: Heads,
): StackExample {
  const signs = readSigns(readMasked(masked, heads), heads.words);
  return { signs, isOrder: isOrder(intent), weight: stackWeight };
}

function pullTo(prior: Readonly<Record<string, number>>): Pull {
  const { told, untold } = pulls;
  const isTold = (name: string) => prior[name] !== undefined;
  return {
    mean: Float64Array.from(["bias", ...signNames], (name) => prior[name] ?? 0),
    strength: Float64Array.from([
      biasPull,
      ...signNames.map((name) => (isTold(name) ? told : untold)),
    ]),
  };
}

/** Weights by name, to three digits: what is finer is noise. Those that round to zero are left out. */
function name(weights: Float64Array): StackWeights {
  const [bias = 0, ...rest] = Array.from(weights, (weight) => Math.round(weight * 1000) / 1000);
  const named = signNames.flatMap((sign, index) => (rest[index] ? [[sign, rest[index]]] : []));
  return { bias, weights: Object.fromEntries(named) };
}
