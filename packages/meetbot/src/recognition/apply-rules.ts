import type { Intent } from "@meetbot/model/conversation/recognition.ts";
import { type Findings, readSayings } from "./features/concepts.ts";
import type { Concept, Saying } from "./lexicon/lexicon.ts";
import { type RecognitionRule, rules, sayingRules, vetoes, wideVetoes } from "./rules.ts";

/** The intent that a rule finds in an utterance, and the words it matched. */
export interface Ruling {
  rule: string;
  intent: Intent;
  confidence: number;
  text: string;
}

/** A rule whose needs are met in some clause. `isVetoed`: whether something speaks against it in each such clause. */
export interface MetRule {
  /** Its place among `rules`. */
  index: number;
  isVetoed: boolean;
  ruling: Ruling;
}

/** Returns all rules whose needs are met, in the order of `rules`: the first that is not vetoed decides. */
export function readRules(clauses: readonly Findings[]): MetRule[] {
  const vetoed: Vetoed = {
    clauses: clauses.map((findings) => has(findings, vetoes)),
    wide: clauses.some((findings) => has(findings, wideVetoes)),
  };
  const met: MetRule[] = [];
  for (const [index, rule] of rules.entries()) {
    if (rule.scope === "courtesy" && clauses.length > 1) continue;
    const found = meet(rule, clauses, vetoed);
    if (found === null) continue;
    const { name, intent, confidence } = rule;
    const ruling = { rule: name, intent, confidence, text: found.text };
    met.push({ index, isVetoed: found.isVetoed, ruling });
  }
  return met;
}

/**
 * Returns the meaning of a short text that consists of sayings only. `sayings` is false if the text has anything else.
 */
export function readSayingsOf(text: string): { sayings: boolean; ruling: Ruling | null } {
  const sayings = readSayings(text);
  return { sayings: sayings !== null, ruling: sayings && applySayingRules(sayings) };
}

function applySayingRules(sayings: ReadonlyMap<Saying, string>): Ruling | null {
  const rule = sayingRules.find(({ needs }) => needs.every((saying) => sayings.has(saying)));
  if (!rule) return null;
  const text = rule.needs.map((saying) => sayings.get(saying)).join(" + ");
  return { rule: rule.name, intent: rule.intent, confidence: rule.confidence, text };
}

/** Whether a clause is about something the bot cannot look up. */
export const namesOther = (clauses: readonly Findings[]): boolean =>
  clauses.some((findings) => has(findings, vetoes));

/** Checks whether the text names things that no shop sells. */
export const namesOtherThing = (clauses: readonly Findings[]): boolean =>
  clauses.some((findings) => has(findings, wideVetoes));

interface Vetoed {
  clauses: readonly boolean[];
  wide: boolean;
}

/** Returns where a rule's conditions are met, preferably in a clause that does not contradict it. */
function meet(
  rule: RecognitionRule,
  clauses: readonly Findings[],
  vetoed: Vetoed,
): { text: string; isVetoed: boolean } | null {
  let first: string | null = null;
  for (const [index, findings] of clauses.entries()) {
    const text = readNeeds(rule, findings);
    if (text === null) continue;
    if (!isVetoed(rule, index, vetoed)) return { text, isVetoed: false };
    first ??= text;
  }
  return first === null ? null : { text: first, isVetoed: true };
}

function isVetoed(rule: RecognitionRule, clause: number, vetoed: Vetoed): boolean {
  if (rule.scope === "courtesy" || rule.intent === "human_agent") return false;
  if (vetoed.wide) return true;
  return rule.scope === "statement"
    ? vetoed.clauses.includes(true)
    : vetoed.clauses[clause] === true;
}

/** The words that meet a rule's needs, or null if one is not met. */
function readNeeds(rule: RecognitionRule, findings: Findings): string | null {
  let texts: string | null = null;
  for (const either of rule.needs) {
    const concept = either.find((candidate) => findings.has(candidate));
    if (concept === undefined) return null;
    const text = findings.get(concept) ?? "";
    texts = texts === null ? text : `${texts} + ${text}`;
  }
  return texts;
}

const has = (findings: Findings, concepts: readonly Concept[]): boolean =>
  findings.size > 0 && concepts.some((concept) => findings.has(concept));
