import type { Finding } from "../inspection/finding.ts";
import type { OperatorLocale } from "../operator-locale.ts";
import { type Rule, rules } from "../rules/rules.ts";

/** The result of a run, for every report format. */
export interface Report {
  url: string;
  /** The command that repeats the run, without the secret. */
  command: string;
  /** Whether the run tested only some of the rules. */
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

/** Returns how many rules have a status, for the last line of a report. */
export function countStatus({ findings }: Pick<Report, "findings">, status: Finding["status"]) {
  return findings.filter((finding) => finding.status === status).length;
}

/** Whether a finding shows a fault of the webhook; skipped rules do not. */
export function isBroken({ status }: Finding): boolean {
  return status === "fail" || status === "warn";
}

/** Whether a finding fails the run; in strict mode warnings and untested rules do too. */
export function isFailure({ status }: Finding, { isStrict }: Pick<Report, "isStrict">): boolean {
  return status === "fail" || (isStrict && status !== "pass");
}

/** Whether a run has failed. */
export function hasFailed(report: Pick<Report, "findings" | "isStrict">): boolean {
  return report.findings.some((finding) => isFailure(finding, report));
}
