/** From 300 s ahead of the clock to 300 s behind it, both included, one timestamp passes as fresh. */
const memoryMs = 601_000;

/** About 80 questions a second for ten minutes; some 10 MB when full. */
const maxRemembered = 50_000;

/**
 * Remembers which signed requests came already. A shop whose webhook answers in several processes gives one that all
 * of them share: a request that is sent to another one again is refused there too.
 */
export interface ReplayStore {
  /**
   * Whether this is the first time: looks and remembers in one step, so that of two at once one is the first. The key
   * may be forgotten after so many milliseconds, and not before. Where it throws, the webhook answers 500 and Meetbot
   * asks again.
   */
  add(key: string, livesForMs: number): boolean | Promise<boolean>;
}

/** Tells a replay from a retry of Meetbot's, which carries the same id with a later timestamp. */
export function isFirst(store: ReplayStore, id: string, timestampS: number) {
  return store.add(`${id}.${timestampS}`, memoryMs);
}

/**
 * The memory of one process. Only signed requests are remembered, so a stranger cannot fill it.
 * `now`: Unix milliseconds.
 */
export function createReplayMemory(now: () => number): ReplayStore {
  const forgetAtMs = new Map<string, number>();

  function forget(): void {
    for (const [key, endMs] of forgetAtMs) {
      if (endMs > now() && forgetAtMs.size < maxRemembered) return;
      forgetAtMs.delete(key);
    }
  }

  return {
    add(key, livesForMs) {
      if (forgetAtMs.has(key)) return false;
      forget();
      forgetAtMs.set(key, now() + livesForMs);
      return true;
    },
  };
}
