import type { Verdict } from "../inspection/finding.ts";
import type { Inspection } from "../inspection/inspection.ts";
import type { Group, RuleIdOf } from "../rules/ids/rule-ids.ts";

/** What is sent to see whether one rule is kept, and what is made of the response. */
export type Case = (inspection: Inspection) => Promise<Verdict> | Verdict;

/** One case for each rule of a group: the compiler counts them. */
export type CasesOf<OneGroup extends Group> = Readonly<Record<RuleIdOf<OneGroup>, Case>>;
