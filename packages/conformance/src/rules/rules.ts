import type { OperatorLocale } from "../operator-locale.ts";
import {
  type Group,
  type RuleId,
  type RuleWords,
  type Severity,
  severities,
} from "./ids/rule-ids.ts";
import { en } from "./words/en.ts";
import { zh } from "./words/zh.ts";

/** A requirement of the protocol that can be tested from outside the webhook. */
export interface Rule {
  id: RuleId;
  group: Group;
  severity: Severity;
  words: Readonly<Record<OperatorLocale, RuleWords>>;
}

export const rules: readonly Rule[] = Object.entries(severities).map(([name, severity]) => {
  const id = name as RuleId;
  const group = id.slice(0, id.indexOf(".")) as Group;
  return { id, group, severity, words: { en: en[id], zh: zh[id] } };
});
