import { ConnectorError } from "../connector/connector-error.ts";
import { maxWaitMs } from "./wait.ts";

/** A platform's rate limit: the burst size, and how much capacity each second restores. */
export interface Allowance {
  capacity: number;
  perSecond: number;
}

/** Keeps a shop's requests below the platform's limit, so that the platform does not refuse them. */
export interface TokenBucket {
  /** Returns how long to wait before a request of this cost. Throws a `ConnectorError` if the wait is too long. */
  take(cost: number): number;
  /** Adjusts the bucket to the remaining allowance that the platform reports. */
  learn(left: number, allowance?: Allowance): void;
}

/** A bucket that is full. */
export function createTokenBucket(allowance: Allowance, now: () => number): TokenBucket {
  let { capacity, perSecond } = allowance;
  let level = capacity;
  let filledAtMs = now();

  function fill(): void {
    const nowMs = now();
    level = Math.min(capacity, level + ((nowMs - filledAtMs) / 1_000) * perSecond);
    filledAtMs = nowMs;
  }

  return {
    take(cost) {
      fill();
      const delayMs = Math.max(0, ((Math.min(cost, capacity) - level) / perSecond) * 1_000);
      if (delayMs > maxWaitMs) {
        throw new ConnectorError("throttled", "The platform's limit is reached.", delayMs / 1_000);
      }
      level -= cost; // below zero where it waits: the next one waits behind it
      return delayMs;
    },
    learn(left, allowance) {
      fill();
      if (allowance) ({ capacity, perSecond } = allowance);
      level = Math.min(level, left, capacity);
    },
  };
}
