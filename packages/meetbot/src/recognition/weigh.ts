import type { Reading } from "@meetbot/presentation";
import type { Intent } from "../model/conversation/recognition.ts";
import { applyRules, type Ruling } from "./apply-rules.ts";
import { splitClauses } from "./clauses.ts";
import { type Findings, findConcepts } from "./features/concepts.ts";
import { type Features, readFeatures } from "./features/read-features.ts";
import type { Concept } from "./lexicon/lexicon.ts";
import { labels, score } from "./model/intent-model.ts";
import { intentModel } from "./model/shipped-model.ts";

/** What speaks for a request for an order or a parcel, and how much, in log odds. */
export interface Weighing {
  clauses: readonly Findings[];
  features: Features;
  ruling: Ruling | null;
  anchor: string | null;
  parts: Record<"words" | "clause" | "concepts" | "rule" | "anchor" | "bias", number>;
  /** How likely the utterance asks for an order or a parcel. */
  order: number;
  /** How likely each class is to each head, in the order of `labels`. */
  byWords: Float64Array;
  byConcepts: Float64Array;
}

/** From here on the bot acts at once. */
export const actFrom = 0.7;

interface Weights {
  words: number;
  /** The words of the clause that speaks most for an order: the others may be about anything. */
  clause: number;
  concepts: number;
  rule: number;
  noAnchor: number;
  bias: number;
}

/**
 * How much each sign counts, by the letters of a language that recognition is trained for. Chosen by hand on development data, and carefully: the rules were
 * written with that data in sight and are right less often than they look on it.
 */
const weightsOf: Readonly<Record<Reading["script"], Weights>> = {
  Latin: { words: 0.7, clause: 0, concepts: 0.5, rule: 1.8, noAnchor: -0.4, bias: -0.7 },
  Han: { words: 0.35, clause: 0.2, concepts: 0.2, rule: 2.8, noAnchor: -2, bias: -1.9 },
};

/** A head may be this sure and no more: it has seen only what its grammar says. */
const surest = 6;

/** Further clauses are weighed with the whole only. */
const maxClauses = 8;

const han = /\p{Script=Han}/u;

/** A request for an order or a parcel says at least one of these. */
const anchors: readonly Concept[] = [
  "order",
  "parcel",
  "logistics",
  "goods",
  "where",
  "when",
  "arrive",
  "ship",
  "id",
  "notHere",
  "stuck",
  "lost",
  "urge",
  "signed",
  "trouble",
  "whereIsIt",
  "whenWillItCome",
  "whereIsMine",
];

/** Weighs what the words, the concepts and the rules say of a masked utterance. */
export function weigh(masked: string): Weighing {
  const texts = splitClauses(masked);
  const clauses = texts.map(findConcepts);
  const features = readFeatures(masked, clauses);
  const byWords = score(intentModel.words, features.words);
  const byConcepts = score(intentModel.concepts, features.concepts);
  const ruling = applyRules(clauses);
  const anchor = findAnchor(clauses);
  const weights = weightsOf[han.test(masked) ? "Han" : "Latin"];
  const words = logOdds(byWords);
  const parts = {
    words: weights.words * words,
    clause: weights.clause && weights.clause * (strongestClause(texts, clauses) ?? words),
    concepts: weights.concepts * (features.concepts.length > 0 ? logOdds(byConcepts) : -surest),
    rule: ruling && isOrder(ruling.intent) ? weights.rule * ruling.confidence : 0,
    anchor: anchor === null ? weights.noAnchor : 0,
    bias: weights.bias,
  };
  const sum = Object.values(parts).reduce((total, part) => total + part, 0);
  const order = 1 / (1 + Math.exp(-sum));
  return { clauses, features, ruling, anchor, parts, order, byWords, byConcepts };
}

/** The log odds of the clause that speaks most for an order; null if there is but one. */
function strongestClause(texts: readonly string[], clauses: readonly Findings[]): number | null {
  if (texts.length < 2) return null;
  let strongest = -surest;
  for (const [index, text] of texts.slice(0, maxClauses).entries()) {
    const findings = clauses[index];
    if (!findings || findings.size === 0 || text.length < 3) continue;
    const { words } = readFeatures(text, [findings]);
    strongest = Math.max(strongest, logOdds(score(intentModel.words, words)));
  }
  return strongest;
}

export const isOrder = (intent: Intent): boolean =>
  intent === "order_query" || intent === "package_track";

function findAnchor(clauses: readonly Findings[]): string | null {
  for (const findings of clauses) {
    const anchor = anchors.find((concept) => findings.has(concept));
    if (anchor) return findings.get(anchor) ?? null;
  }
  return null;
}

/** The log odds of the first two classes, the requests for an order and for a parcel. */
function logOdds(classes: Float64Array): number {
  const order = labels.reduce(
    (sum, label, index) => sum + (isOrder(label) ? (classes[index] ?? 0) : 0),
    0,
  );
  const odds = Math.log(Math.max(order, 1e-9) / Math.max(1 - order, 1e-9));
  return Math.max(-surest, Math.min(surest, odds));
}
