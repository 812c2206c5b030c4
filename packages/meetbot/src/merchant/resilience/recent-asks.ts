/** So long it is remembered how often somebody asked. */
const periodMs = 60_000;

/** How often each conversation or network had a shop asked lately: within a minute at least, two at most. */
export interface RecentAsks {
  add(who: string): void;
  of(who: string): number;
}

/** Two periods are kept, and all of one goes at once: nothing has to be looked for. */
export function createRecentAsks(now: () => number): RecentAsks {
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
    add(who) {
      turn();
      current.set(who, (current.get(who) ?? 0) + 1);
    },
    of(who) {
      turn();
      return (current.get(who) ?? 0) + (before.get(who) ?? 0);
    },
  };
}
