/** A timestamp counts as fresh from 300 s ahead of the clock to 300 s behind it, both inclusive. */
const memoryMs = 601_000;

/** About 80 questions a second for ten minutes; some 10 MB when full. */
const maxRemembered = 50_000;

/**
 * Stores which signed requests have arrived. A shop whose webhook runs in several processes supplies a store that all
 * of them share, so that a request replayed to another process is refused there too.
 */
export interface ReplayStore {
  /**
   * Whether the key is new: checks and stores it in one step, so that only one of two simultaneous calls gets true. The
   * store may drop the key after this many milliseconds, and not before. If this throws, the webhook answers 500 and
   * Meetbot retries.
   */
  add(key: string, livesForMs: number): boolean | Promise<boolean>;
}

/** Distinguishes a replay from a retry by Meetbot, which has the same id and a later timestamp. */
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
