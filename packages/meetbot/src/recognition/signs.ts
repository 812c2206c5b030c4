import { type MetRule, namesOther, namesOtherThing, readRules } from "./apply-rules.ts";
import { splitClauses } from "./clauses.ts";
import { type Findings, findConcepts } from "./features/concepts.ts";
import { type Features, readFeatures } from "./features/read-features.ts";
import { isOrder } from "./is-order.ts";
import { type Concept, concepts } from "./lexicon/lexicon.ts";
import { type Head, type Heads, labels, type Script, score } from "./model/intent-model.ts";
import { rules } from "./rules.ts";

/** The result of reading an utterance, before any weighing. */
export interface SignReading {
  masked: string;
  texts: readonly string[];
  clauses: readonly Findings[];
  features: Features;
  met: readonly MetRule[];
  anchor: string | null;
  byWords: Float64Array;
  byConcepts: Float64Array;
}

/** The signs that are one number for a whole utterance. */
const plainSigns = [
  "words", // log odds of the words
  "clause", // log odds of the clause that speaks most for an order: the others may be about anything
  "concepts", // log odds of the concepts
  "no concepts",
  "no anchor",
  "several clauses",
  "question mark",
  "order rule", // how sure the first rule that holds is, if it is one of orders or parcels
  "names other", // something the bot cannot look up
  "names other thing", // no goods of a shop
] as const;

type PlainSign = (typeof plainSigns)[number];

/** All signs that the stack weighs, each by its name in the model's file. */
export const signNames: readonly string[] = [
  ...plainSigns,
  ...concepts.map((concept) => `concept ${concept}`),
  ...rules.map(({ name }) => `rule ${name}`),
  ...rules.map(({ name }) => `vetoed ${name}`),
];

/** The index in `signNames` at which each kind of sign begins. */
export const signsFrom = {
  concepts: plainSigns.length,
  rules: plainSigns.length + concepts.length,
  vetoed: plainSigns.length + concepts.length + rules.length,
};

const placeOf = Object.fromEntries(plainSigns.map((name, index) => [name, index])) as Readonly<
  Record<PlainSign, number>
>;
const placeOfConcept = new Map(concepts.map((concept, index) => [concept, index]));

/** The upper limit of a head's certainty: it has seen only what its grammar says. */
const surest = 6;

/** Further clauses are weighed with the whole only. */
const maxClauses = 8;

/** A request for an order or a parcel contains at least one of these concepts. */
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

const han = /\p{Script=Han}/u;

/** Which language's weights an utterance is weighed with. */
export const scriptOf = (masked: string): Script => (han.test(masked) ? "Han" : "Latin");

/** Reads a masked utterance: its clauses, the concepts of each, and the results of the rules and both heads. */
export function readMasked(masked: string, heads: Heads): SignReading {
  const texts = splitClauses(masked);
  const clauses = texts.map(findConcepts);
  const features = readFeatures(masked, clauses);
  return {
    masked,
    texts,
    clauses,
    features,
    met: readRules(clauses),
    anchor: findAnchor(clauses),
    byWords: score(heads.words, features.words),
    byConcepts: score(heads.concepts, features.concepts),
  };
}

/** The words of an utterance that anchor it, if there are any. */
function findAnchor(clauses: readonly Findings[]): string | null {
  for (const findings of clauses) {
    const anchor = anchors.find((concept) => findings.has(concept));
    if (anchor) return findings.get(anchor) ?? null;
  }
  return null;
}

/** Converts a reading into numbers, in the order of `signNames`. */
export function readSigns(reading: SignReading, words: Head): Float64Array {
  const { clauses, features, met, texts } = reading;
  const signs = new Float64Array(signNames.length);
  const put = (name: PlainSign, value: number | boolean) => {
    signs[placeOf[name]] = Number(value);
  };
  const all = logOdds(reading.byWords);
  put("words", all);
  put("clause", texts.length < 2 ? all : strongestClause(texts, clauses, words));
  put("concepts", features.concepts.length > 0 ? logOdds(reading.byConcepts) : 0);
  put("no concepts", features.concepts.length === 0);
  put("no anchor", reading.anchor === null);
  put("several clauses", texts.length > 1);
  put("question mark", reading.masked.includes("?"));
  const first = met.find(({ isVetoed }) => !isVetoed);
  put("order rule", first && isOrder(first.ruling.intent) ? first.ruling.confidence : 0);
  put("names other", namesOther(clauses));
  put("names other thing", namesOtherThing(clauses));
  for (const findings of clauses) {
    for (const concept of findings.keys()) {
      signs[signsFrom.concepts + (placeOfConcept.get(concept) ?? 0)] = 1;
    }
  }
  for (const { index, isVetoed } of met) {
    signs[(isVetoed ? signsFrom.vetoed : signsFrom.rules) + index] = 1;
  }
  return signs;
}

/** The log odds of the clause that speaks most for an order. */
function strongestClause(
  texts: readonly string[],
  clauses: readonly Findings[],
  words: Head,
): number {
  let strongest = -surest;
  for (const [index, text] of texts.slice(0, maxClauses).entries()) {
    const findings = clauses[index];
    if (!findings || findings.size === 0 || text.length < 3) continue;
    const features = readFeatures(text, [findings]);
    strongest = Math.max(strongest, logOdds(score(words, features.words)));
  }
  return strongest;
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
