import type { Intent } from "../model/conversation/recognition.ts";
import { type Findings, readSayings } from "./features/concepts.ts";
import type { Concept, Saying } from "./lexicon/lexicon.ts";
import { type Rule, rules, sayingRules, vetoes, wideVetoes } from "./rules.ts";

/** What a rule says an utterance is for, and the words it saw. */
export interface Ruling {
  rule: string;
  intent: Intent;
  confidence: number;
  text: string;
}

/** The first rule that holds in any clause and that nothing speaks against; null if none does. */
export function applyRules(clauses: readonly Findings[]): Ruling | null {
  for (const rule of rules) {
    if (rule.scope === "courtesy" && clauses.length > 1) continue;
    for (const findings of clauses) {
      const text = readNeeds(rule, findings);
      if (text === null || findVeto(rule, findings, clauses)) continue;
      return { rule: rule.name, intent: rule.intent, confidence: rule.confidence, text };
    }
  }
  return null;
}

/** What a short text means that consists of sayings only. `sayings` is null if it does not. */
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

/** The words that say that a clause is about something the bot cannot look up. */
export function findOtherTopic(clauses: readonly Findings[]): string | undefined {
  return vetoAmong(clauses, vetoes);
}

/** The words that meet a rule's needs, or null if one is not met. */
function readNeeds(rule: Rule, findings: Findings): string | null {
  const texts: string[] = [];
  for (const either of rule.needs) {
    const concept = either.find((candidate) => findings.has(candidate));
    if (concept === undefined) return null;
    texts.push(findings.get(concept) ?? "");
  }
  return texts.join(" + ");
}

function vetoAmong(clauses: readonly Findings[], concepts: readonly Concept[]): string | undefined {
  for (const findings of clauses) {
    for (const concept of concepts) if (findings.has(concept)) return findings.get(concept);
  }
  return undefined;
}

function findVeto(rule: Rule, own: Findings, all: readonly Findings[]): string | undefined {
  if (rule.scope === "courtesy" || rule.intent === "human_agent") return undefined;
  const near = rule.scope === "statement" ? all : [own];
  return vetoAmong(near, vetoes) ?? vetoAmong(all, wideVetoes);
}
