/** What carriers send again within this time is known. */
const knownForMs = 10 * 60_000;

/** So many are remembered on a node; the oldest are forgotten first. */
const maxKnown = 10_000;

/**
 * Remembers what was hinted at lately, so that what is sent again and again asks a shop once. Nothing rests on it: a
 * hint only has the shop asked.
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
