import type { FindingStatus, RunFinding } from "../inspection/run-result.ts";

/** How the result of a rule changed between two runs. */
export type Change =
  /** Broken before, passes now. */
  | "fixed"
  /** Passed before, broken now. */
  | "broken"
  /** It is broken, as before. */
  | "still_broken"
  /** It is broken, and was not tested before. */
  | "found"
  /** It was broken, and was not tested this time. */
  | "untested";

export type RunDiff = Readonly<Record<Change, readonly string[]>>;

type Findings = readonly Pick<RunFinding, "rule" | "status">[];

/** Compares a run with the previous one, rule by rule; leaves out rules that pass as before. */
export function diffRuns(before: Findings, after: Findings): RunDiff {
  const was = statuses(before);
  const is = statuses(after);
  const diff: Record<Change, string[]> = {
    fixed: [],
    broken: [],
    still_broken: [],
    found: [],
    untested: [],
  };
  for (const rule of new Set([...is.keys(), ...was.keys()])) {
    const change = changeOf(was.get(rule), is.get(rule));
    if (change) diff[change].push(rule);
  }
  return diff;
}

function changeOf(was?: FindingStatus, is?: FindingStatus): Change | null {
  if (isBroken(is)) {
    if (isBroken(was)) return "still_broken";
    return was === "pass" ? "broken" : "found";
  }
  if (!isBroken(was)) return null;
  return is === "pass" ? "fixed" : "untested";
}

function statuses(findings: Findings): Map<string, FindingStatus> {
  return new Map(findings.map(({ rule, status }) => [rule, status]));
}

function isBroken(status?: FindingStatus): boolean {
  return status === "fail" || status === "warn";
}
