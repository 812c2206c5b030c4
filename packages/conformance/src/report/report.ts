import type { Finding } from "../inspection/finding.ts";
import type { OperatorLocale } from "../operator-locale.ts";
import { type Rule, rules } from "../rules/rules.ts";

/** The result of a run, for every report format. */
export interface Report {
  url: string;
  /** The command that repeats the run, without the secret. */
  command: string;
  /** Not all rules were asked for. */
  isPart: boolean;
  /** Whether warnings and untested rules count as failures too. */
  isStrict: boolean;
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

/** Whether a finding fails the run: a warning and what was not tested do so where it is strict. */
export function isFailure({ status }: Finding, { isStrict }: Pick<Report, "isStrict">): boolean {
  return status === "fail" || (isStrict && status !== "pass");
}

/** Whether a run has failed. */
export function hasFailed(report: Pick<Report, "findings" | "isStrict">): boolean {
  return report.findings.some((finding) => isFailure(finding, report));
}
