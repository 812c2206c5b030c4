/** How often each of some things happened lately: within a period at least, two at most. */
export interface RecentCounts {
  add(what: string): void;
  of(what: string): number;
  reset(): void;
}

/** Keeps two periods and drops a whole period at a time, so that no cleanup has to search for old entries. */
export function createRecentCounts(now: () => number, periodMs: number): RecentCounts {
  let current = new Map<string, number>();
  let before = new Map<string, number>();
  let begunAt = now();
  const turn = () => {
    const periods = Math.floor((now() - begunAt) / periodMs);
    if (periods === 0) return;
    before = periods === 1 ? current : new Map();
    current = new Map();
    begunAt = now();
  };
  return {
    add(what) {
      turn();
      current.set(what, (current.get(what) ?? 0) + 1);
    },
    of(what) {
      turn();
      return (current.get(what) ?? 0) + (before.get(what) ?? 0);
    },
    reset() {
      current = new Map();
      before = new Map();
    },
  };
}
