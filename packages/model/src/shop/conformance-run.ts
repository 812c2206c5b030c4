import type {
  RunCounts,
  RunFinding,
  RunResult,
} from "@meetbot/conformance/inspection/run-result.ts";

/** One run of the conformance rules against a bot's endpoint, without its results. */
export interface RunSummary {
  id: string;
  at: Date;
  actor: string;
  url: string;
  secretFingerprint: string;
  counts: RunCounts;
  durationMs: number;
  /** Not all rules were asked for. */
  isPart: boolean;
}

/** A run as it is handed to the store, which knows the time. */
export type NewRun = Omit<RunSummary, "at"> & { result: RunResult };

export interface ConformanceRun extends RunSummary {
  result: RunResult;
  /** The queries and answers are deleted; which rules passed is kept. */
  isExpired: boolean;
}

/** A run as others are compared with it. */
export type ComparedRun = RunSummary & {
  findings: readonly Pick<RunFinding, "rule" | "status">[];
};
