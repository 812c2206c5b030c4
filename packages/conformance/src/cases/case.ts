import type { Verdict } from "../inspection/finding.ts";
import type { Inspection } from "../inspection/inspection.ts";
import type { Group, RuleIdOf } from "../rules/ids/rule-ids.ts";

/** Sends requests to test whether the webhook follows one rule, and evaluates the responses. */
export type Case = (inspection: Inspection) => Promise<Verdict> | Verdict;

/** One case for each rule of a group: the compiler counts them. */
export type CasesOf<OneGroup extends Group> = Readonly<Record<RuleIdOf<OneGroup>, Case>>;
