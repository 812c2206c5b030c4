import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import type { Outcome } from "@meetbot/network/exchange/outcome.ts";
import { createRollingCount } from "./rolling-count.ts";

/** Long enough for a proxy to notice that a server is gone, short enough for a customer. */
const minWaitMs = 100;
const maxWaitMs = 300;

/** A second exchange with less time than this mostly ends at the deadline. */
export const minTimeToRetryMs = 2_500;

/** More would double the load of a shop that is struggling; a small shop may always have a few. */
const retriedShare = 0.1;
const minRetriesAMinute = 3;

/** Errors after which the query cannot have been answered: no byte of a response arrived. */
const neverAnswered = new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_SOCKET",
]);

/** A proxy, or the server itself, reports a passing failure. */
const passingStatuses = new Set([502, 503, 504]);

/** How long to wait before the query is sent again; `null`: once more would not help or not be safe. */
export function waitBeforeRetry(outcome: Outcome, { httpStatus, responseHeaders }: Exchange) {
  if (outcome.kind === "received") return null;
  if (httpStatus === null) {
    return outcome.code !== undefined && neverAnswered.has(outcome.code) ? jitter() : null;
  }
  const asked = readRetryAfterMs(responseHeaders["retry-after"]);
  if (passingStatuses.has(httpStatus)) return Math.max(asked ?? 0, jitter());
  return httpStatus === 429 ? asked : null;
}

function jitter(): number {
  return minWaitMs + Math.random() * (maxWaitMs - minWaitMs);
}

/** Seconds only: a date is far beyond the deadline, or depends on two clocks. */
function readRetryAfterMs(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1_000 : null;
}

/** Bounds the retries of one endpoint. */
export interface RetryBudget {
  recordDelivery(): void;
  /** Whether one more retry fits into this minute; if so, it is counted. */
  take(): boolean;
}

export function createRetryBudget(now: () => number): RetryBudget {
  const deliveries = createRollingCount(now);
  const retries = createRollingCount(now);
  return {
    recordDelivery: deliveries.add,
    take() {
      const max = Math.max(minRetriesAMinute, retriedShare * deliveries.total());
      if (retries.total() >= max) return false;
      retries.add();
      return true;
    },
  };
}
