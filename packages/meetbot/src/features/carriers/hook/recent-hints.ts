/** A hint that a carrier repeats within this time is ignored as known. */
const knownForMs = 10 * 60_000;

/** How many hints a node stores; it drops the oldest first. */
const maxKnown = 10_000;

/**
 * Remembers recent hints, so that a repeated hint queries a shop only once. Losing them is harmless: a hint only
 * triggers a query to the shop.
 */
export function createRecentHints(now: () => number = Date.now) {
  const known = new Map<string, number>();
  return {
    has: (key: string): boolean =>
      now() - (known.get(key) ?? Number.NEGATIVE_INFINITY) < knownForMs,
    add(key: string): void {
      known.delete(key);
      known.set(key, now());
      if (known.size <= maxKnown) return;
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    },
  };
}
