import type { AlertOutcome } from "../form/alert.ts";
import type { AlertRecord } from "../store/alert-queue.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Waits between tries: eight tries in about a day. */
const waitsMs = [5_000, 30_000, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 6 * hourMs, 15 * hourMs];

/** Decides what to do after an attempt. Pure; `random` is from 0 to 1, so that retries do not all run at once. */
export function nextTry(
  outcome: AlertOutcome,
  { tries, perMinute, random }: { tries: number; perMinute: number; random: number },
): AlertRecord {
  const { httpStatus } = outcome;
  switch (outcome.kind) {
    case "sent":
      return { kind: "sent", httpStatus, restMs: minuteMs / perMinute };
    case "rate":
      return { kind: "rest", httpStatus, problem: outcome.problem, restMs: outcome.afterMs };
    case "gone":
      return { kind: "gone", httpStatus, problem: outcome.problem };
    case "failed": {
      const { problem } = outcome;
      const waitMs = waitsMs[tries];
      if (waitMs === undefined) return { kind: "given_up", httpStatus, problem };
      return { kind: "again", httpStatus, problem, afterMs: waitMs * (0.9 + 0.2 * random) };
    }
  }
}
