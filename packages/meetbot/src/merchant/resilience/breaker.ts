import { createRollingCount } from "./rolling-count.ts";

/**
 * After this many failures in a row, the breaker opens so that the next customer need not wait for another one; the
 * default for shops.
 */
const shopFailuresInARow = 5;

/** With fewer calls in a minute, the share of failures means nothing. */
const callsForAShare = 10;
const failingShare = 0.5;

/** A restart takes about this long; each failed probe doubles the time, up to the maximum. */
const firstOpenMs = 15_000;
const maxOpenMs = 5 * 60_000;

/** One good answer may be luck. */
const probesToClose = 2;

/**
 * `neither`: the result shows nothing about the shop, such as an abort or HTTP 429. `down`: the shop is certainly down,
 * so the breaker waits for no further failure.
 */
export type CallResult = "good" | "bad" | "down" | "neither";

/** Records the result of a call that was let through; called once it has ended. */
export type Record = (result: CallResult) => void;

/** Spares customers the wait for a shop that does not answer, and the shop the calls. */
export interface Breaker {
  /** Whether {@link admit} would refuse. */
  isOpen(mayProbe?: boolean): boolean;
  /** Admits a call, or returns `null`. While the breaker is open, one permitted call at a time may probe. */
  admit(mayProbe?: boolean): Record | null;
}

/** The first opening in a row, every probe that failed since, and the closing. */
export type BreakerChange = "opened" | "stays_open" | "closed";

export function createBreaker(
  now: () => number,
  onChange: (change: BreakerChange) => void = () => {},
  failuresInARow = shopFailuresInARow,
): Breaker {
  const calls = createRollingCount(now);
  const failures = createRollingCount(now);
  let inARow = 0;
  let openUntil: number | null = null;
  let openMs = firstOpenMs;
  let isProbing = false;
  let goodProbes = 0;

  const isOpen = (mayProbe = true) =>
    openUntil !== null && (!mayProbe || isProbing || now() < openUntil);

  const open = (change: BreakerChange) => {
    openUntil = now() + openMs;
    goodProbes = 0;
    onChange(change);
  };

  const close = () => {
    openUntil = null;
    openMs = firstOpenMs;
    inARow = 0;
    calls.reset();
    failures.reset();
    onChange("closed");
  };

  const recordCall: Record = (result) => {
    // Ignores calls that were in flight when the breaker opened.
    if (result === "neither" || openUntil !== null) return;
    if (result === "down") return open("opened");
    calls.add();
    inARow = result === "bad" ? inARow + 1 : 0;
    if (result === "bad") failures.add();
    const isFailingShare =
      calls.total() >= callsForAShare && failures.total() >= failingShare * calls.total();
    if (result === "bad" && (inARow >= failuresInARow || isFailingShare)) open("opened");
  };

  const recordProbe: Record = (result) => {
    isProbing = false;
    if (result === "neither") return;
    if (result !== "good") {
      openMs = Math.min(2 * openMs, maxOpenMs);
      return open("stays_open");
    }
    goodProbes += 1;
    if (goodProbes >= probesToClose) close();
  };

  return {
    isOpen,
    admit(mayProbe) {
      if (isOpen(mayProbe)) return null;
      if (openUntil === null) return recordCall;
      isProbing = true;
      return recordProbe;
    },
  };
}
