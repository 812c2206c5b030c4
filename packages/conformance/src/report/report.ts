import type { Finding } from "../inspection/finding.ts";
import type { OperatorLocale } from "../operator-locale.ts";
import { type Rule, rules } from "../rules/rules.ts";

/** What a run came to, for every way of writing it down. */
export interface Report {
  url: string;
  /** What repeats the run, without the secret. */
  command: string;
  /** Not all rules were asked for. */
  isPart: boolean;
  locale: OperatorLocale;
  durationMs: number;
  findings: readonly Finding[];
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule that a finding is about. */
export function ruleOf(finding: Finding): Rule {
  return byId.get(finding.rule)!;
}

/** How many rules came to a status, for the last line of a report. */
export function countStatus({ findings }: Pick<Report, "findings">, status: Finding["status"]) {
  return findings.filter((finding) => finding.status === status).length;
}

/** Whether something is wrong with the webhook: what was skipped tells nothing. */
export function isBroken({ status }: Finding): boolean {
  return status === "fail" || status === "warn";
}
