import type { Ruling } from "./apply-rules.ts";
import { type IntentModel, type Script, type Stack, scripts } from "./model/intent-model.ts";
import { intentModel } from "./model/shipped-model.ts";
import {
  readMasked,
  readSigns,
  type SignReading,
  scriptOf,
  signNames,
  signsFrom,
} from "./signs.ts";

/** The groups of signs that a person reads. */
export const signGroups = ["words", "clause", "concepts", "rule", "anchor", "rest"] as const;
export type SignGroup = (typeof signGroups)[number];

/** The evidence for a request for an order or a parcel, in log odds. */
export interface Weighing extends SignReading {
  /** The first rule that holds and that nothing speaks against. */
  ruling: Ruling | null;
  parts: Record<SignGroup, number>;
  /** The probability that the utterance asks for an order or a parcel. */
  order: number;
  stack: Stack;
}

/** Returns a language's weights, in the order of the signs. Throws when one is of a sign that does not exist. */
function align({ weights }: Stack): Float64Array {
  const unknown = Object.keys(weights).find((name) => !signNames.includes(name));
  if (unknown) throw new Error(`The model weighs "${unknown}", which is no sign: npm run train`);
  return Float64Array.from(signNames, (name) => weights[name] ?? 0);
}

/** Returns a function that weighs utterances with the model. */
export function weighWith(model: IntentModel): (masked: string) => Weighing {
  const aligned = Object.fromEntries(
    scripts.map((script) => [script, align(model.header.stack[script])]),
  ) as Record<Script, Float64Array>;
  return (masked) => {
    const script = scriptOf(masked);
    const stack = model.header.stack[script];
    const reading = readMasked(masked, model);
    const signs = readSigns(reading, model.words);
    const parts = { words: 0, clause: 0, concepts: 0, rule: 0, anchor: 0, rest: stack.bias };
    const weights = aligned[script];
    for (let index = 0; index < signs.length; index += 1) {
      const sign = signs[index] ?? 0;
      if (sign !== 0) parts[groupOf[index] ?? "rest"] += sign * (weights[index] ?? 0);
    }
    let sum = 0;
    for (const group of signGroups) sum += parts[group];
    const ruling = reading.met.find(({ isVetoed }) => !isVetoed)?.ruling ?? null;
    return { ...reading, ruling, parts, order: 1 / (1 + Math.exp(-sum)), stack };
  };
}

const groupOf: readonly SignGroup[] = signNames.map((name, index) => {
  if (index >= signsFrom.rules || name === "order rule") return "rule";
  if (index >= signsFrom.concepts || name === "concepts" || name === "no concepts") {
    return "concepts";
  }
  if (name === "words" || name === "clause") return name;
  return name === "no anchor" ? "anchor" : "rest";
});

/** Weighs a masked utterance by its words, concepts and rules. */
export const weigh = weighWith(intentModel);
