import type { Ruling } from "./apply-rules.ts";
import { nameConceptFeature } from "./features/concept-features.ts";
import { nameWordFeatures } from "./features/read-features.ts";
import { weightOfOrder } from "./model/intent-model.ts";
import { intentModel } from "./model/shipped-model.ts";
import type { Weighing } from "./weigh.ts";

/** The grounds for an intent. */
export interface Grounds {
  /** What decided the intent without the model: a saying, or an identifier alone. */
  ruling: Ruling | null;
  weighing: Weighing | null;
}

/** One step in reaching an intent: the sign that was found, and its weight. */
export interface Reason {
  /** A rule's name, or `words`, `concepts`, `anchor`: the sign that was read. */
  rule: string;
  /** An intent, or log odds for an order or a parcel: `+1.3` speaks for it, `-0.7` against it. */
  effect: string;
  text: string;
}

/** How many of the strongest features to show for each head. */
const shown = 2;

/** Describes the grounds for an intent for a human reader, strongest first. */
export function describeReasons(masked: string, { ruling, weighing }: Grounds): Reason[] {
  if (ruling) return [{ rule: ruling.rule, effect: ruling.intent, text: ruling.text }];
  if (!weighing) return [];
  const { parts, anchor } = weighing;
  return [
    {
      rule: weighing.ruling?.rule ?? "no rule",
      value: parts.rule,
      text: weighing.ruling?.text ?? "",
    },
    { rule: "all concepts", value: parts.concepts, text: "" },
    ...strongestConcepts(weighing),
    { rule: "all words", value: parts.words, text: "" },
    ...strongestWords(masked, weighing),
    ...(weighing.texts.length > 1
      ? [{ rule: "strongest clause", value: parts.clause, text: "" }]
      : []),
    ...(anchor === null ? [{ rule: "no anchor", value: parts.anchor, text: "" }] : []),
  ].map(({ rule, value, text }) => ({ rule, effect: signed(value), text }));
}

interface Weighed {
  rule: string;
  value: number;
  text: string;
}

function strongestConcepts({ features }: Weighing): Weighed[] {
  const weighed = features.concepts.map((feature) => ({
    rule: "concepts",
    value: weightOfOrder(intentModel.concepts, feature, features.concepts.length),
    text: nameConceptFeature(feature),
  }));
  return strongest(weighed);
}

function strongestWords(masked: string, { features }: Weighing): Weighed[] {
  const weighed = nameWordFeatures(masked).map(([feature, text]) => ({
    rule: "words",
    value: weightOfOrder(intentModel.words, feature, features.words.length),
    text,
  }));
  return strongest(weighed);
}

const strongest = (weighed: readonly Weighed[]): Weighed[] =>
  weighed.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, shown);

const signed = (value: number): string => `${value < 0 ? "" : "+"}${value.toFixed(1)}`;
