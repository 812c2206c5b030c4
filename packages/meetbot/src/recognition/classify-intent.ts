import type { Decision, Intent } from "../model/recognition.ts";
import { type Findings, findConcepts, readSayings } from "./concepts.ts";
import type { Saying } from "./lexicon/lexicon.ts";
import { type Rule, rules, sayingRules, vetoes, wideVetoes } from "./rules.ts";

/** One step on the way to an intent: the rule, what it did, and the words it saw. */
export interface Reason {
  rule: string;
  effect: string;
  text: string;
}

export interface Classification {
  intent: Intent;
  confidence: number;
  decision: Decision;
  reasons: Reason[];
}

/** What the entities of an utterance say before any word of it is read. */
export interface Given {
  emails: number;
  orderNumbers: number;
  packageNumbers: number;
  isBareIdentifier: boolean;
}

/** From here on the bot acts at once: the rules' 0.8 to 0.95 are meant to be right 9 times in 10. */
const actFrom = 0.7;
/** From here on it asks which of its offers is meant: right about every other time. */
const clarifyFrom = 0.4;

/** Beside an identifier, more than this many characters that nothing explains are another topic. */
const maxUnexplained = 20;

const placeholder = /<[a-z]+>/g;
const clause = /[^.!?,;。、\n]+\??/g;
/** In Chinese a space ends a clause as a comma does. */
const chineseClause = /(?:[^.!?,;。、\s]|(?<![\p{Script=Han}]) (?!\p{Script=Han}))+\??/gu;

/** Says what the customer wants, by the sayings, the rules and then the entities alone. */
export function classifyIntent(masked: string, given: Given): Classification {
  const words = masked.replace(placeholder, " ");
  const hasEntity = given.emails + given.orderNumbers + given.packageNumbers > 0;
  const sayings = readSayings(words);
  const spoken = !hasEntity && !given.isBareIdentifier && sayings && fromSayings(sayings);
  if (spoken) return spoken;
  const byRule = applyRules(masked);
  if (byRule.intent !== "other" || byRule.reasons.length > 0) return byRule;
  return fromEntities(given, sayings !== null, words.trim().length);
}

function fromSayings(sayings: ReadonlyMap<Saying, string>): Classification | null {
  const rule = sayingRules.find(({ needs }) => needs.every((saying) => sayings.has(saying)));
  if (!rule) return null;
  const text = rule.needs.map((saying) => sayings.get(saying)).join(" + ");
  return conclude(rule.intent, rule.confidence, [reason(rule, text)]);
}

function conclude(intent: Intent, confidence: number, reasons: Reason[]): Classification {
  const understood = intent !== "other" && confidence >= clarifyFrom;
  const decision = !understood ? "none" : confidence < actFrom ? "clarify" : "act";
  return { intent, confidence, decision, reasons };
}

const reason = (rule: { name: string; intent: Intent }, text: string): Reason => ({
  rule: rule.name,
  effect: rule.intent,
  text,
});

function applyRules(masked: string): Classification {
  const split = /\p{Script=Han}/u.test(masked) ? chineseClause : clause;
  const clauses = (masked.match(split) ?? []).map(findConcepts);
  const reasons: Reason[] = [];
  for (const rule of rules) {
    for (const findings of clauses) {
      const text = readNeeds(rule, findings);
      if (text === null || (rule.scope === "courtesy" && clauses.length > 1)) continue;
      const veto = findVeto(rule, findings, clauses);
      if (!veto) return conclude(rule.intent, rule.confidence, [...reasons, reason(rule, text)]);
      reasons.push({ rule: rule.name, effect: `vetoed by "${veto}"`, text });
    }
  }
  const veto = clauses.map((findings) => vetoIn(findings, vetoes)).find((words) => words);
  if (veto && reasons.length === 0) reasons.push({ rule: "veto", effect: "other", text: veto });
  return conclude("other", reasons.length > 0 ? 0.8 : 0.5, reasons);
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

const vetoIn = (findings: Findings, concepts: typeof vetoes): string | undefined =>
  concepts.map((concept) => findings.get(concept)).find((words) => words !== undefined);

function findVeto(rule: Rule, own: Findings, all: readonly Findings[]): string | undefined {
  if (rule.scope === "courtesy" || rule.intent === "human_agent") return undefined;
  const near = rule.scope === "statement" ? all : [own];
  return (
    near.map((findings) => vetoIn(findings, vetoes)).find((words) => words) ??
    all.map((findings) => vetoIn(findings, wideVetoes)).find((words) => words)
  );
}

/**
 * What an utterance asks that only names something. An email, a package number or a number called
 * an order's is a request for it. A bare number may be either kind: the bot asks.
 */
function fromEntities(given: Given, isExplained: boolean, unexplained: number): Classification {
  const { emails, orderNumbers, packageNumbers, isBareIdentifier } = given;
  const count = emails + orderNumbers + packageNumbers;
  if (count === 0 && !isBareIdentifier) return conclude("other", 0.5, []);
  if (!isExplained && unexplained > maxUnexplained) return conclude("other", 0.5, []);
  const isClear = isExplained && emails < 2 && (packageNumbers > 0 || !isBareIdentifier);
  const intent = packageNumbers > 0 ? "package_track" : "order_query";
  const effect = {
    rule: "identifier alone",
    effect: intent,
    text: isClear ? "named" : "bare or with other words",
  };
  return conclude(intent, isClear ? 0.8 : 0.5, [effect]);
}
