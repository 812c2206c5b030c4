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
  /** Whether only some of the rules were requested. */
  isPart: boolean;
}

/** A run as passed to the store, which sets the time. */
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
