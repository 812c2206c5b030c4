/** A rate limit: `atOnce` at a time, and one more every `eachMs` milliseconds. */
export interface RateOptions {
  atOnce: number;
  eachMs: number;
  /** The most keys to remember, at about 100 bytes each. */
  maxRemembered?: number;
}

/** A rate limit per key, in the memory of one node. The caller passes the time. */
export interface Rate {
  /** Takes `amount` and returns 0; or takes nothing and returns in how many ms there is enough. */
  take(key: string, amount: number, nowMs: number): number;
  /** Returns the wait time without taking anything. */
  waitFor(key: string, amount: number, nowMs: number): number;
  remembered(): number;
}

/** One key for each network that floods, and for each conversation in which somebody just wrote. */
const maxKeys = 100_000;

/**
 * Creates a bucket per key that refills over time (GCRA: the only state of a bucket is when it will be full). Drops
 * full buckets; if too many are not full, drops the least recently used ones.
 */
export function createRate(options: RateOptions): Rate {
  const { atOnce, eachMs, maxRemembered = maxKeys } = options;
  const fullAt = new Map<string, number>();

  function forget(nowMs: number): void {
    for (const [key, at] of fullAt) if (at <= nowMs) fullAt.delete(key);
    const tooMany = fullAt.size - maxRemembered / 2;
    if (fullAt.size < maxRemembered) return;
    for (const key of [...fullAt.keys()].slice(0, tooMany)) fullAt.delete(key);
  }

  const fullAfter = (key: string, amount: number, nowMs: number) =>
    Math.max(fullAt.get(key) ?? 0, nowMs) + amount * eachMs;
  const waitUntil = (at: number, nowMs: number) => Math.max(at - nowMs - atOnce * eachMs, 0);

  return {
    waitFor: (key, amount, nowMs) => waitUntil(fullAfter(key, amount, nowMs), nowMs),
    take(key, amount, nowMs) {
      const known = fullAt.get(key);
      const at = fullAfter(key, amount, nowMs);
      const tooEarlyMs = waitUntil(at, nowMs);
      if (tooEarlyMs > 0) return tooEarlyMs;
      if (known !== undefined) fullAt.delete(key);
      else if (fullAt.size >= maxRemembered) forget(nowMs);
      fullAt.set(key, at);
      return 0;
    },
    remembered: () => fullAt.size,
  };
}
