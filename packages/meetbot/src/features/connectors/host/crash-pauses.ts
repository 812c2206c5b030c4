import { LRUCache } from "lru-cache";

/** How long is waited after crashes; tests shorten it. */
export interface CrashLimits {
  /** After the second crash in a row; twice that after each more, up to the longest. */
  pauseMs: number;
  maxPauseMs: number;
  /** A crash this long after the previous one does not count as in a row. */
  quietMs: number;
}

/** No more bots can have had a running query within the quiet time. */
const maxRemembered = 10_000;

/** Pauses after worker crashes, only for bots whose queries were running at the time. */
export interface CrashPauses {
  recordCrash(inHand: Iterable<string>): void;
  /** The first crash fails only the running queries; a pause follows only after consecutive crashes. */
  isPaused(whose: string): boolean;
}

export function createCrashPauses({ pauseMs, maxPauseMs, quietMs }: CrashLimits): CrashPauses {
  const crashed = new LRUCache<string, { crashes: number; at: number }>({
    max: maxRemembered,
    ttl: quietMs,
  });
  return {
    recordCrash(inHand) {
      const at = performance.now();
      for (const whose of inHand) {
        crashed.set(whose, { crashes: (crashed.get(whose)?.crashes ?? 0) + 1, at });
      }
    },
    isPaused(whose) {
      const { crashes, at } = crashed.get(whose) ?? { crashes: 0, at: 0 };
      if (crashes < 2) return false;
      const waitMs = Math.min(maxPauseMs, pauseMs * 2 ** (crashes - 2));
      return performance.now() - at < waitMs;
    },
  };
}
